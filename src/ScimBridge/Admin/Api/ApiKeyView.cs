using ScimBridge.Admin.Actions;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>A key of the admin API, without its secret.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called, in the audit log too.</param>
/// <param name="Role">What it may do.</param>
/// <param name="State">Whether it opens the API.</param>
/// <param name="Hint">Its beginning and end, by which people recognise it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">By whom.</param>
/// <param name="ExpiresAt">From when on it opens nothing; null for never.</param>
/// <param name="LastUsedAt">When it was last used, to a minute.</param>
/// <param name="RevokedAt">When it was revoked.</param>
internal sealed record ApiKeyView(
    Guid Id,
    string Name,
    AdminRole Role,
    TokenState State,
    string Hint,
    DateTime CreatedAt,
    string CreatedBy,
    DateTime? ExpiresAt,
    DateTime? LastUsedAt,
    DateTime? RevokedAt)
{
    /// <summary>The key as the API shows it.</summary>
    public static ApiKeyView Of(ApiKeyRecord key, DateTimeOffset now) => new(
        key.Id,
        key.Name,
        key.Role,
        TokenView.StateOf(key.RevokedAt, key.ExpiresAt, now),
        key.Hint,
        key.CreatedAt.UtcDateTime,
        key.CreatedBy,
        key.ExpiresAt?.UtcDateTime,
        key.LastUsedAt?.UtcDateTime,
        key.RevokedAt?.UtcDateTime);
}
