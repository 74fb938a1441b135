using System.Globalization;
using System.Security.Cryptography;
using ScimBridge.Employees;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Doctor;
using ScimBridge.Sync.Webhooks;

namespace ScimBridge.Sync.Watch;

/// <summary>What syncs have to tell the rest: what a read showed, that a run ended, and why one was stopped.</summary>
internal sealed partial class SyncWatch(
    PermissionCheck check, DirtyPeople dirty, DirectoryStateWatch states, SyncWatchStores stores, TimeProvider time, ILogger<SyncWatch> logger)
{
    /// <summary>When people whose read failed are tried again where the directory is not left alone for longer.</summary>
    private static readonly TimeSpan PeopleAgainAfter = TimeSpan.FromMinutes(1);

    /// <summary>Call it once everybody has been read: the permission check looks at what came.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="runId">The run.</param>
    /// <param name="read">The read, of everybody.</param>
    /// <param name="attributesOf">The SCIM attributes that the directory's rules make of a field, given those of the default mapping.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task ReadAsync(
        DirectoryRecord directory, Guid runId, EmployeeRead read, Func<string, IReadOnlyList<string>, IReadOnlyList<string>> attributesOf, CancellationToken cancellationToken)
    {
        var report = await check.RecordAsync(directory, runId, read, attributesOf, cancellationToken);
        await stores.Runs.SetCheckSummaryAsync(runId, report.Summary, cancellationToken);
    }

    /// <summary>How a run ends whose token was cancelled though the server goes on.</summary>
    public async Task<SyncResult> StoppedAsync(DirectoryRecord directory, Guid runId)
    {
        var by = await stores.Runs.CancelRequestedByAsync(runId, CancellationToken.None);
        return new SyncResult
        {
            Outcome = SyncOutcome.Failed,
            ErrorReason = by is null ? "lease_lost" : SyncRunStore.CancelledReason,
            ErrorDetail = by is null ? new LeaseLostException().Message : $"Cancelled by {by}. Nothing was changed.",
            VersionAfter = directory.Version,
        };
    }

    /// <summary>Call it once a run has ended and its result is stored: counts failures, settles notices, and looks at the state.</summary>
    /// <remarks>Whatever goes wrong here, the run did what it says it did.</remarks>
    public async Task EndedAsync(SyncStart start, SyncResult result)
    {
        try
        {
            await FollowAsync(start.Directory!, start.Run!, result);
        }
#pragma warning disable CA1031 // See the remarks; the log has the details, and the next run or minute makes up for it.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            FollowUpFailed(unexpected, start.RunId!.Value);
        }
    }

    private async Task FollowAsync(DirectoryRecord directory, SyncRunRecord run, SyncResult result)
    {
        var id = new DirectoryId(directory.Id);
        if (result.ErrorReason == SyncRunStore.CancelledReason)
        {
            await stores.Events.AddAsync(id, EventKinds.Cancelled, $"A sync was stopped. {result.ErrorDetail}", run.Id, CancellationToken.None);
        }

        if (result.Outcome is SyncOutcome.Succeeded or SyncOutcome.SucceededWithIssues)
        {
            await TellAsync(id, directory, run, result);
        }

        if (run.Kind is SyncKind.Full or SyncKind.DryRun or SyncKind.People)
        {
            await FollowReadAsync(directory, run, result);
        }

        if (directory.HeldRunId is { } waited
            && await stores.Plans.FindAsync(id, waited, CancellationToken.None) is { State: PlanState.Replaced })
        {
            await stores.Events.AddAsync(
                id, EventKinds.PlanReplaced, $"The plan of run {waited}, which waited for a decision, is out of date.", run.Id, CancellationToken.None);
        }

        if (result.Outcome is SyncOutcome.Held
            && await stores.Directories.FindAsync(id, CancellationToken.None) is { HeldRunId: { } heldRunId } && heldRunId == run.Id)
        {
            await stores.Events.AddAsync(id, EventKinds.PlanHeld, result.ErrorDetail ?? "A plan waits for a decision.", run.Id, CancellationToken.None);
        }

        await states.LookAsync(id, run.Id, CancellationToken.None);
        await dirty.WakeAsync(id, CancellationToken.None);
    }

    private async Task TellAsync(DirectoryId id, DirectoryRecord directory, SyncRunRecord run, SyncResult result)
    {
        if (run.Kind is SyncKind.Erasure)
        {
            await stores.Events.AddAsync(id, EventKinds.PersonErased, "A person was forgotten on request.", run.Id, CancellationToken.None);
        }
        else if (result.RolledBackTo is { } version)
        {
            await stores.Events.AddAsync(
                id,
                EventKinds.RolledBack,
                string.Create(CultureInfo.InvariantCulture, $"The directory went from version {directory.Version} back to what version {version} was; syncing is paused."),
                run.Id,
                CancellationToken.None);
        }
    }

    private async Task FollowReadAsync(DirectoryRecord directory, SyncRunRecord run, SyncResult result)
    {
        var id = new DirectoryId(directory.Id);
        if (result.Outcome is SyncOutcome.Failed
            && await stores.Directories.FindAsync(id, CancellationToken.None) is { CredentialsSetAt: { } linked } && linked > run.StartedAt)
        {
            // Whatever failed did so with credentials that somebody has replaced meanwhile.
            return;
        }

        if (result is { ReadFailed: true, ErrorReason: { } reason } && run.Kind is SyncKind.Full or SyncKind.DryRun)
        {
            await check.RecordFailureAsync(directory, run.Id, reason, result.ErrorDetail, CancellationToken.None);
        }

        if (result.GoodRead || result.Outcome is not SyncOutcome.Failed)
        {
            await ForgetFailuresAsync(directory, run.Id);
        }
        else if (result.ErrorReason is not (SyncRunStore.CancelledReason or "interrupted" or "lease_lost" or "over_threshold" or "never_synced" or "paused"))
        {
            await CountFailureAsync(directory, run, result);
        }

        if (result is { ReadEverybody: true, Outcome: SyncOutcome.Succeeded or SyncOutcome.SucceededWithIssues })
        {
            await dirty.AllReadAsync(id, run.StartedAt ?? run.RequestedAt, CancellationToken.None);
        }
        else if (result.Outcome is SyncOutcome.Failed)
        {
            var notBefore = (await stores.Directories.FindAsync(id, CancellationToken.None))?.NotBefore;
            var soonest = time.GetUtcNow() + PeopleAgainAfter;
            await dirty.PutOffAsync(id, notBefore > soonest ? notBefore.Value : soonest, CancellationToken.None);
        }
    }

    private async Task ForgetFailuresAsync(DirectoryRecord directory, Guid runId)
    {
        var id = new DirectoryId(directory.Id);
        await stores.Life.ForgetFailuresAsync(id, CancellationToken.None);
        if (directory.NotBefore is not null)
        {
            await stores.Events.AddAsync(
                id, EventKinds.Recovered, $"Reading works again after {Times(directory.FailuresInARow)}; the schedule goes on as usual.", runId, CancellationToken.None);
        }
    }

    private async Task CountFailureAsync(DirectoryRecord directory, SyncRunRecord run, SyncResult result)
    {
        var id = new DirectoryId(directory.Id);
        var failures = await stores.Life.CountFailureAsync(id, CancellationToken.None);
        var jitter = RandomNumberGenerator.GetInt32(1001) / 1000.0;
        var now = time.GetUtcNow();
        var wait = BackOff.After(failures, TimeSpan.FromMinutes(directory.IntervalMinutes), result.CredentialsRefused, jitter);
        await stores.Life.BackOffAsync(id, now + wait, CancellationToken.None);
        if (wait is { } until)
        {
            await stores.Events.AddAsync(
                id,
                EventKinds.BackedOff,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Syncing failed {Times(failures)} in a row ({result.ErrorReason}); the schedule tries again after {(now + until).UtcDateTime:yyyy-MM-dd HH:mm} UTC."),
                run.Id,
                CancellationToken.None);
        }
    }

    private static string Times(int count) => count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{count} times");

    [LoggerMessage(Level = LogLevel.Error, Message = "What follows sync {RunId} could not be done; the run itself stands")]
    private partial void FollowUpFailed(Exception exception, Guid runId);
}
