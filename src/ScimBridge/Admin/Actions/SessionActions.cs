using System.Security.Claims;
using ScimBridge.Admin.Accounts;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Actions;

/// <summary>Looking at sessions, and ending them.</summary>
internal sealed class SessionActions(AdminAccountStore accounts, AdminSessionStore sessions, AuditTrail trail, TimeProvider time)
{
    /// <summary>The sessions of an account that are not over, the one used last first; null when there is no such account.</summary>
    public async Task<IReadOnlyList<AdminSessionRecord>?> ListAsync(string userName, CancellationToken cancellationToken) =>
        AccountNames.Fits(userName) && await accounts.FindAsync(userName, cancellationToken) is { } account
            ? await sessions.ListAsync(account.Id, time.GetUtcNow(), cancellationToken)
            : null;

    /// <summary>Ends anybody's session.</summary>
    /// <returns>The account that it was of.</returns>
    public Task<Outcome<string>> EndAsync(AuditActor actor, Guid id, CancellationToken cancellationToken) =>
        EndAsync(actor, id, ofAccount: null, "session.end", cancellationToken);

    /// <summary>Ends a session of the actor's own.</summary>
    /// <returns>The account that it was of.</returns>
    public Task<Outcome<string>> EndOwnAsync(AuditActor actor, Guid id, CancellationToken cancellationToken) =>
        EndAsync(actor, id, ComparisonKey.Of(actor.Name), "session.end", cancellationToken);

    /// <summary>Ends the session that the actor is in; one that is over already is no fault.</summary>
    public async Task SignOutAsync(AuditActor actor, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (AdminSessions.IdOf(user) is { } id)
        {
            await EndAsync(actor, id, ofAccount: null, "session.sign_out", cancellationToken);
        }
    }

    private async Task<Outcome<string>> EndAsync(
        AuditActor actor, Guid id, string? ofAccount, string action, CancellationToken cancellationToken)
    {
        if (await sessions.EndAsync(id, ofAccount, cancellationToken) is not { } userName)
        {
            return Refusal.NotFound($"There is no session '{id}', or it is over.");
        }

        await trail.NoteAsync(actor, action, null, id.ToString(), $"A session of '{userName}'.");
        return userName;
    }
}
