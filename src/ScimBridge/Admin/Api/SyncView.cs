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

    /// <summary><c>full</c>, <c>dry_run</c>, <c>people</c>, <c>remap</c>, <c>approval</c>, <c>rollback</c> or <c>erasure</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who asked for it; null when nobody did.</summary>
    public required string? RequestedBy { get; init; }

    /// <summary>How many changes the plan has.</summary>
    public required int Planned { get; init; }

    /// <summary>How many of them have been written so far.</summary>
    public required int Applied { get; init; }

    /// <summary>The revision of the mapping rules that it used; 0 for the default ones.</summary>
    public required int RulesRevision { get; init; }

    /// <summary>What the permission check found, in words.</summary>
    public required string? CheckSummary { get; init; }

    /// <summary><c>schedule</c>, <c>start</c>, <c>api</c>, <c>webhook</c> or <c>rules</c>.</summary>
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
        Kind = AdminApi.Word(run.Kind),
        RequestedBy = run.RequestedBy,
        Planned = run.Planned,
        Applied = run.Applied,
        RulesRevision = run.RulesRevision,
        CheckSummary = run.CheckSummary,
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
