using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>A sync run as the admin API shows it.</summary>
internal record SyncView
{
    public required Guid Id { get; init; }

    /// <summary><c>queued</c>, <c>running</c> or <c>finished</c>.</summary>
    public required string State { get; init; }

    /// <summary><c>waiting</c>, <c>reading</c>, <c>planning</c>, <c>applying</c> or <c>done</c>.</summary>
    public required string Stage { get; init; }

    /// <summary><c>succeeded</c>, <c>succeeded_with_issues</c>, <c>held</c> or <c>failed</c>; null until the run has finished.</summary>
    public required string? Outcome { get; init; }

    /// <summary><c>schedule</c>, <c>start</c> or <c>api</c>.</summary>
    public required string Trigger { get; init; }

    public required SyncCounts Counts { get; init; }

    /// <summary>Why the run failed; null when it didn't.</summary>
    public required SyncError? Error { get; init; }

    public required int? VersionBefore { get; init; }

    public required int? VersionAfter { get; init; }

    public required DateTime RequestedAt { get; init; }

    public required DateTime? StartedAt { get; init; }

    public required DateTime? FinishedAt { get; init; }

    /// <summary>From start to end; null until the run has finished.</summary>
    public required long? DurationMs { get; init; }

    /// <summary>The run as the API shows it.</summary>
    public static SyncView Of(SyncRunRecord run) => new()
    {
        Id = run.Id,
        State = AdminApi.Word(run.State),
        Stage = AdminApi.Word(run.Stage),
        Outcome = run.Outcome is { } outcome ? AdminApi.Word(outcome) : null,
        Trigger = AdminApi.Word(run.Trigger),
        Counts = SyncCounts.Of(run),
        Error = run.ErrorReason is { } reason ? new SyncError(reason, run.ErrorDetail) : null,
        VersionBefore = run.VersionBefore,
        VersionAfter = run.VersionAfter,
        RequestedAt = run.RequestedAt.UtcDateTime,
        StartedAt = run.StartedAt?.UtcDateTime,
        FinishedAt = run.FinishedAt?.UtcDateTime,
        DurationMs = run.FinishedAt - run.StartedAt is { } duration ? (long)duration.TotalMilliseconds : null,
    };
}
