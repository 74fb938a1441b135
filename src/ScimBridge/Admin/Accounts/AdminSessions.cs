using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Accounts;

/// <summary>Sessions of those who signed in. Whether one still holds is always asked of the database, which every process shares.</summary>
internal sealed class AdminSessions(AdminSessionStore sessions, AuditTrail trail, TimeProvider time)
{
    /// <summary>How long a session lasts that nobody uses.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>How long a session lasts at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private const int LongestBrowser = 256;
    private static readonly TimeSpan s_useNoted = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session, and gives the browser its cookie.</summary>
    /// <param name="context">The request, whose password or provider has been checked.</param>
    /// <param name="account">The account as it was checked.</param>
    /// <param name="how">How it was, in words.</param>
    /// <returns>Whether it began: not if the account has changed since it was checked.</returns>
    public async Task<bool> BeginAsync(HttpContext context, AdminAccountRecord account, string how)
    {
        var now = time.GetUtcNow();
        var address = context.Connection.RemoteIpAddress?.ToString();
        var session = new AdminSessionRecord
        {
            Id = Guid.NewGuid(),
            AccountId = account.Id,
            CreatedAt = now,
            LastSeenAt = now,
            EndsAt = now + Idle,
            Address = address,
            Browser = BrowserOf(context.Request),
        };
        if (!await sessions.BeginAsync(session, account.SecurityStamp, context.RequestAborted))
        {
            return false;
        }

        await context.SignInAsync(AdminSchemes.Cookie, PrincipalOf(session, account, address));
        await trail.NoteAsync(new AuditActor(account.UserName, address), "session.begin", null, session.Id.ToString(), how);
        return true;
    }

    /// <summary>Who a session's cookie says its holder is, as the account is now; null when the session is over.</summary>
    public async Task<ClaimsPrincipal?> OpenAsync(ClaimsPrincipal? cookie, string? address, CancellationToken cancellationToken)
    {
        if (await FindAsync(cookie, cancellationToken) is not var (session, account))
        {
            return null;
        }

        await NoteUseAsync(session, cancellationToken);
        return PrincipalOf(session, account, address);
    }

    /// <summary>Whether a session still holds, with a role that suffices: to be asked before each thing that a page does, which counts as a use of the session.</summary>
    public async Task<bool> StillAsync(ClaimsPrincipal user, AdminRole needed, CancellationToken cancellationToken)
    {
        if (await FindAsync(user, cancellationToken) is not var (session, account) || !Suffices(account, needed))
        {
            return false;
        }

        await NoteUseAsync(session, cancellationToken);
        return true;
    }

    /// <summary>The same for a page that only stays open, which is no use of the session.</summary>
    public async Task<bool> IsOpenAsync(ClaimsPrincipal user, AdminRole needed, CancellationToken cancellationToken) =>
        await FindAsync(user, cancellationToken) is var (_, account) && Suffices(account, needed);

    /// <summary>The id of the session that an identity is of; null when it is of none.</summary>
    public static Guid? IdOf(ClaimsPrincipal? user) => Guid.TryParse(user?.FindFirstValue(AdminClaims.Session), out var id) ? id : null;

    private static bool Suffices(AdminAccountRecord account, AdminRole needed) => !account.MustChangePassword && account.Role >= needed;

    private static ClaimsPrincipal PrincipalOf(AdminSessionRecord session, AdminAccountRecord account, string? address)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, account.UserName),
            new(ClaimTypes.Name, account.UserName),
            new(AdminClaims.Session, session.Id.ToString()),

            // No role while the password is to be changed, so that whatever asks for one refuses.
            account.MustChangePassword ? new(AdminClaims.MustChangePassword, "true") : new(ClaimTypes.Role, AdminRoles.Word(account.Role)),
        ];
        if (address is not null)
        {
            claims.Add(new Claim(AdminClaims.Address, address));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, AdminSchemes.Cookie));
    }

    private static string? BrowserOf(HttpRequest request)
    {
        var agent = new string([.. request.Headers.UserAgent.ToString().Where(character => !char.IsControl(character)).Take(LongestBrowser)]);
        return agent.Length > 0 ? agent : null;
    }

    private async Task<(AdminSessionRecord Session, AdminAccountRecord Account)?> FindAsync(ClaimsPrincipal? user, CancellationToken cancellationToken) =>
        IdOf(user) is { } id ? await sessions.FindAsync(id, time.GetUtcNow(), cancellationToken) : null;

    private async Task NoteUseAsync(AdminSessionRecord session, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (session.LastSeenAt <= now - s_useNoted)
        {
            var (idle, last) = (now + Idle, session.CreatedAt + Longest);
            await sessions.NoteUseAsync(session.Id, now, idle < last ? idle : last, cancellationToken);
        }
    }
}
