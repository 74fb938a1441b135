using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Options;
using ScimBridge.Admin.Accounts;
using ScimBridge.Admin.Actions;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.OpenId;

/// <summary>Finds, makes and brings up to date the accounts of those whom the OpenID Connect provider vouches for.</summary>
/// <remarks>By issuer and subject alone: names and e-mail addresses change hands, and an account with a password is never taken over.</remarks>
internal sealed class OpenIdAccounts(
    AdminAccountStore accounts, AdminSessionStore sessions, ApiKeyStore keys, AuditTrail trail, IOptions<AdminOptions> options, TimeProvider time)
{
    private const int MostNames = 1000;

    /// <summary>The account of somebody, with the role that the provider says at this moment.</summary>
    /// <param name="person">The claims of the id token, which has been checked.</param>
    /// <param name="address">Where they sign in from.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The account, or why they are not let in.</returns>
    public async Task<Outcome<AdminAccountRecord>> OfAsync(ClaimsPrincipal person, string? address, CancellationToken cancellationToken)
    {
        var provider = options.Value.OpenIdConnect;
        if (person.FindFirstValue("iss") is not { Length: > 0 } issuer || person.FindFirstValue("sub") is not { Length: > 0 } subject)
        {
            return Refusal.Forbidden($"{provider.Name} did not say who you are. Ask whoever administers it.");
        }

        var account = await accounts.FindAsync(issuer, subject, cancellationToken);
        if (RoleOf(person) is not { } role)
        {
            if (account is not null)
            {
                await sessions.EndAllAsync(account.Id, cancellationToken);
            }

            await RefusedAsync(account, address, "The provider says no role.");
            return Refusal.Forbidden($"You have signed in to {provider.Name}, but have no role here. Ask an admin for one.");
        }

        if (account is { Disabled: true })
        {
            await RefusedAsync(account, address, "The account is disabled.");
            return Refusal.Forbidden("Your account is disabled. Ask an admin.");
        }

        if (account is null)
        {
            return await MakeAsync(person, issuer, subject, role, address, cancellationToken);
        }

        if (account.Role == role)
        {
            return account;
        }

        await accounts.SetRoleAsync(account.Id, role, cancellationToken);
        await trail.NoteAsync(
            new AuditActor(AuditActor.System, address), "account.change", null, account.UserName, $"Role {AdminRoles.Word(role)}, as the provider says.");
        return await FindAsync(issuer, subject, cancellationToken);
    }

    private async Task<Outcome<AdminAccountRecord>> MakeAsync(
        ClaimsPrincipal person, string issuer, string subject, AdminRole role, string? address, CancellationToken cancellationToken)
    {
        var stem = AccountNames.From(person.FindFirstValue("preferred_username") ?? person.FindFirstValue("email") ?? subject);
        for (var number = 1; number <= MostNames; number++)
        {
            var name = number == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
            if (AccountNames.IsReserved(name) || await keys.HasNameAsync(name, cancellationToken))
            {
                continue;
            }

            var account = new AdminAccountRecord
            {
                UserName = name,
                UserNameKey = ComparisonKey.Of(name),
                Role = role,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                Issuer = issuer,
                Subject = subject,
                CreatedAt = time.GetUtcNow(),
                CreatedBy = AuditActor.System,
            };
            if (await accounts.AddAsync(account, cancellationToken) is null)
            {
                await trail.NoteAsync(
                    new AuditActor(AuditActor.System, address), "account.create", null, name, $"Role {AdminRoles.Word(role)}, as the provider says.");
                return account;
            }

            // Taken by somebody else, or by the same person in another tab.
            if (await accounts.FindAsync(issuer, subject, cancellationToken) is { } made)
            {
                return made;
            }
        }

        return Refusal.Conflict("No name is left for your account. Ask an admin.");
    }

    private async Task<Outcome<AdminAccountRecord>> FindAsync(string issuer, string subject, CancellationToken cancellationToken) =>
        await accounts.FindAsync(issuer, subject, cancellationToken) is { } account
            ? account
            : Refusal.Conflict("Your account was removed at this moment. Sign in again.");

    private AdminRole? RoleOf(ClaimsPrincipal person)
    {
        var provider = options.Value.OpenIdConnect;
        return person.FindAll(provider.RoleClaim)
            .Select(claim => AdminRoles.Of(provider.Roles.GetValueOrDefault(claim.Value))).Max();
    }

    private Task RefusedAsync(AdminAccountRecord? account, string? address, string why) =>
        trail.NoteAsync(new AuditActor(AuditActor.Unknown, address), "session.refuse", null, account?.UserName, why);
}
