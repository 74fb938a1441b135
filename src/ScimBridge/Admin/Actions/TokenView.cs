using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Actions;

/// <summary>A SCIM token, without its secret.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">Whether it opens the directory.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="Scopes">What it may read, in the words of <see cref="TokenScopes"/>.</param>
/// <param name="Attributes">The attributes that it shows, as SCIM's parameter <c>attributes</c> names them; null for all.</param>
/// <param name="Filters">Which users and groups it shows; null for all.</param>
/// <param name="Hint">Its beginning and end, by which to recognise it.</param>
/// <param name="CreatedAt">When it was made, or first found in the settings.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="ExpiresAt">From when on it opens nothing; null for never.</param>
/// <param name="LastUsedAt">When it was last used, to a minute or so.</param>
/// <param name="RevokedAt">When it was revoked.</param>
internal sealed record TokenView(
    Guid Id,
    string Name,
    TokenState State,
    ScimTokenOrigin Origin,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<string>? Attributes,
    TokenFilters? Filters,
    string Hint,
    DateTime CreatedAt,
    string CreatedBy,
    DateTime? ExpiresAt,
    DateTime? LastUsedAt,
    DateTime? RevokedAt)
{
    /// <summary>Why it opens nothing though its time has not come: the directory no longer has what it is restricted by; null when nothing keeps it.</summary>
    public string? Objection { get; init; }

    /// <summary>How long before its end a token is called <see cref="TokenState.Expiring"/>.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    /// <summary>The token as admins see it.</summary>
    public static TokenView Of(ScimTokenRecord token, DateTimeOffset now)
    {
        var restriction = token.Restriction is null ? null : TokenRestriction.Of(token.Restriction);
        return new(
            token.Id,
            token.Name,
            StateOf(token.RevokedAt, token.ExpiresAt, now),
            token.Origin,
            TokenScopes.Words(token.Scopes),
            restriction?.Attributes,
            restriction is null or { Users: null, Groups: null } ? null : new TokenFilters { Users = restriction.Users, Groups = restriction.Groups },
            token.Hint,
            token.CreatedAt.UtcDateTime,
            token.CreatedBy,
            token.ExpiresAt?.UtcDateTime,
            token.LastUsedAt?.UtcDateTime,
            token.RevokedAt?.UtcDateTime);
    }

    /// <summary>Whether a token opens anything, by when it was revoked and when it ends.</summary>
    public static TokenState StateOf(DateTimeOffset? revokedAt, DateTimeOffset? expiresAt, DateTimeOffset now) => revokedAt switch
    {
        not null => TokenState.Revoked,
        _ when expiresAt <= now => TokenState.Expired,
        _ when expiresAt <= now + Soon => TokenState.Expiring,
        _ => TokenState.Live,
    };
}
