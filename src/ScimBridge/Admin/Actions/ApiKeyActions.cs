using System.Globalization;
using ScimBridge.Admin.Accounts;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Actions;

/// <summary>Making and revoking keys of the admin API. A key is replaced by making another one and revoking it.</summary>
internal sealed class ApiKeyActions(ApiKeyStore keys, AdminAccountStore accounts, AuditTrail trail, TimeProvider time)
{
    /// <summary>The most days that a key lives which has an end.</summary>
    public const int MostDays = 3650;

    private const int LongestName = 100;

    /// <summary>The keys, the newest first.</summary>
    public Task<IReadOnlyList<ApiKeyRecord>> ListAsync(CancellationToken cancellationToken) => keys.ListAsync(time.GetUtcNow(), cancellationToken);

    /// <summary>Makes a key.</summary>
    /// <param name="actor">Who makes it.</param>
    /// <param name="name">What it is called, which the audit log calls whoever uses it.</param>
    /// <param name="role">What it may do.</param>
    /// <param name="expiresAt">When it ends; null for never.</param>
    /// <param name="cancellationToken">Stops the making.</param>
    public async Task<Outcome<ApiKeyMade>> CreateAsync(
        AuditActor actor, string name, AdminRole role, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        name = name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(character => char.IsControl(character) || char.IsSurrogate(character)))
        {
            return Refusal.Invalid($"name must have 1 to {LongestName} characters, no control characters and no emoji among them.");
        }

        if (expiresAt <= now || expiresAt > now.AddDays(MostDays))
        {
            return Refusal.Invalid($"The key must end at a moment that lies ahead, and at most {MostDays} days.");
        }

        if (AccountNames.IsReserved(name) || (AccountNames.Fits(name) && await accounts.FindAsync(name, cancellationToken) is not null))
        {
            return Refusal.Conflict($"'{name}' means somebody else in the audit log: the server, the settings or an account. Take another name.");
        }

        var secret = ApiKeys.Generate();
        var print = ApiKeys.PrintOf(secret);
        var key = new ApiKeyRecord
        {
            Id = Guid.CreateVersion7(now),
            Name = name,
            HeldNameKey = ComparisonKey.Of(name),
            Role = role,
            Hash = print.Hash,
            Hint = print.Hint,
            CreatedAt = now,
            CreatedBy = actor.Name,
            ExpiresAt = expiresAt,
        };
        switch (await keys.AddAsync(key, cancellationToken))
        {
            case ApiKeyRefusal.NameTaken:
                return Refusal.Conflict($"There is a key called '{name}' already. Take another name, or revoke that one.");
            case ApiKeyRefusal.TooMany:
                return Refusal.Conflict($"There are {ApiKeyStore.MostLive} keys that work, the most there can be. Revoke one that nobody needs.");
            default:
                await trail.NoteAsync(actor, "api_key.create", null, key.Id.ToString(), Description(key));
                return new ApiKeyMade(secret, key);
        }
    }

    /// <summary>Has a key open nothing any more; one that is revoked already stays as it is.</summary>
    public async Task<Outcome<ApiKeyRecord>> RevokeAsync(AuditActor actor, Guid id, CancellationToken cancellationToken)
    {
        if (await keys.RevokeAsync(id, time.GetUtcNow(), cancellationToken) is not var (key, revoked))
        {
            return NoSuchKey(id.ToString());
        }

        if (revoked)
        {
            await trail.NoteAsync(actor, "api_key.revoke", null, id.ToString(), Description(key));
        }

        return key;
    }

    /// <summary>There is no such key.</summary>
    public static Refusal NoSuchKey(string id) => Refusal.NotFound($"There is no API key '{id}'.");

    private static string Description(ApiKeyRecord key) =>
        $"'{key.Name}' with the role {AdminRoles.Word(key.Role)}, "
        + (key.ExpiresAt is { } end ? $"until {end.UtcDateTime.ToString("u", CultureInfo.InvariantCulture)}" : "without an end");
}
