using ScimBridge.Admin.Actions;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>A setup link as the admin API shows it, without what opens it.</summary>
internal sealed record SetupLinkView
{
    public required Guid Id { get; init; }

    /// <summary><c>open</c>, <c>used</c>, <c>ended</c>, <c>expired</c>, or <c>exhausted</c> by wrong credentials.</summary>
    public required SetupLinkState State { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTime ExpiresAt { get; init; }

    /// <summary>How often credentials were entered.</summary>
    public required int Attempts { get; init; }

    public required DateTime? UsedAt { get; init; }

    public required DateTime? EndedAt { get; init; }

    /// <summary>The link as the API shows it.</summary>
    public static SetupLinkView Of(SetupLinkRecord link, DateTimeOffset now) => new()
    {
        Id = link.Id,
        State = SetupLinkActions.StateOf(link, now),
        CreatedAt = link.CreatedAt.UtcDateTime,
        CreatedBy = link.CreatedBy,
        ExpiresAt = link.ExpiresAt.UtcDateTime,
        Attempts = link.Attempts,
        UsedAt = link.UsedAt?.UtcDateTime,
        EndedAt = link.EndedAt?.UtcDateTime,
    };
}
