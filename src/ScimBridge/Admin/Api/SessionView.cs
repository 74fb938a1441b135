using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>A session of somebody who signed in.</summary>
/// <param name="Id">Its id, with which it can be ended.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="LastSeenAt">When it was last used, to a minute.</param>
/// <param name="EndsAt">When it ends unless it is used before.</param>
/// <param name="Address">The address that it was begun from.</param>
/// <param name="Browser">What the browser called itself.</param>
internal sealed record SessionView(Guid Id, DateTime CreatedAt, DateTime LastSeenAt, DateTime EndsAt, string? Address, string? Browser)
{
    /// <summary>The session as the API shows it.</summary>
    public static SessionView Of(AdminSessionRecord session) => new(
        session.Id, session.CreatedAt.UtcDateTime, session.LastSeenAt.UtcDateTime, session.EndsAt.UtcDateTime, session.Address, session.Browser);
}
