using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Sync runs, and the lease that lets one of them at a time work on a directory.</summary>
internal sealed partial class SyncRunStore(IDbContextFactory<ScimBridgeContext> contexts, TimeProvider time)
{
    /// <summary>How long a lease holds unless renewed.</summary>
    public static readonly TimeSpan LeaseDuration = TimeSpan.FromSeconds(60);

    /// <summary>The code of a run that somebody cancelled.</summary>
    public const string CancelledReason = "cancelled";

    /// <summary>Asks for a sync of everybody; see the other overload.</summary>
    public Task<(Guid RunId, bool Made)> RequestAsync(DirectoryId directory, SyncTrigger trigger, CancellationToken cancellationToken) =>
        RequestAsync(directory, SyncRequest.Full(trigger), cancellationToken);

    /// <summary>Asks for a run: of each kind at most one waits, and whoever asks again for the same gets that one's id.</summary>
    /// <returns>The waiting run, and whether this call made it.</returns>
    /// <exception cref="RunWaitingException">A run of this kind waits that is about something else.</exception>
    public async Task<(Guid RunId, bool Made)> RequestAsync(DirectoryId directory, SyncRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            if (await Waiting(db, directory).SingleOrDefaultAsync(run => run.Kind == request.Kind, cancellationToken) is { } waiting)
            {
                return waiting.Subject == request.Subject ? (waiting.Id, false) : throw new RunWaitingException(waiting.Id);
            }

            var now = time.GetUtcNow();
            var run = new SyncRunRecord
            {
                Id = Guid.CreateVersion7(now),
                DirectoryId = directory.Value,
                Kind = request.Kind,
                Trigger = request.Trigger,
                Subject = request.Subject,
                RequestedBy = request.RequestedBy,
                State = SyncRunState.Queued,
                WaitingSlot = (int)request.Kind,
                RequestedAt = now,
            };
            db.SyncRuns.Add(run);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return (run.Id, true);
            }
            catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
            {
                // Somebody else asked at the same moment and the unique index let one of us through: take that one,
                // unless the failure was another one, which the second look will then meet again.
                await using var second = await contexts.CreateDbContextAsync(cancellationToken);
                if (!await Waiting(second, directory).AnyAsync(waiting => waiting.Kind == request.Kind, cancellationToken))
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Whether a run waits for its turn.</summary>
    public async Task<bool> HasWaitingAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Waiting(db, directory).AnyAsync(cancellationToken);
    }

    /// <summary>Takes the directory's lease for the run that waits, and starts it.</summary>
    public async Task<SyncStart> TryStartAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await Waiting(db, directory).AsNoTracking().OrderBy(waiting => waiting.WaitingSlot).FirstOrDefaultAsync(cancellationToken) is not { } run)
        {
            return SyncStart.NothingWaits;
        }

        var now = time.GetUtcNow();
        var taken = await db.Directories
            .Where(record => record.Id == directory.Value && record.DeletingSince == null && (record.LeaseOwner == null || record.LeaseUntil < now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(record => record.LeaseOwner, run.Id)
                    .SetProperty(record => record.LeaseUntil, now + LeaseDuration)
                    .SetProperty(record => record.LastSyncStartedAt, now)
                    .SetProperty(record => record.FirstSyncAt, record => record.FirstSyncAt ?? now),
                cancellationToken);
        var record = await db.Directories.AsNoTracking().SingleOrDefaultAsync(found => found.Id == directory.Value, cancellationToken);
        if (record is not { DeletingSince: null })
        {
            return SyncStart.NothingWaits;
        }

        if (taken == 0)
        {
            return SyncStart.Busy(record.LeaseUntil ?? now);
        }

        await CloseInterruptedAsync(db, directory, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        run.State = SyncRunState.Running;
        run.WaitingSlot = null;
        run.StartedAt = now;
        run.Stage = SyncStage.Reading;
        run.VersionBefore = record.Version;
        run.RulesRevision = await RevisionOfAsync(db, record, run, cancellationToken);
        var started = await db.SyncRuns.Where(found => found.Id == run.Id && found.State == SyncRunState.Queued)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(found => found.State, run.State)
                    .SetProperty(found => found.WaitingSlot, (int?)null)
                    .SetProperty(found => found.StartedAt, run.StartedAt)
                    .SetProperty(found => found.Stage, run.Stage)
                    .SetProperty(found => found.VersionBefore, run.VersionBefore)
                    .SetProperty(found => found.RulesRevision, run.RulesRevision),
                cancellationToken);
        if (started == 0)
        {
            // It was cancelled at this very moment. Without a commit the lease is free again, for whichever run waits besides.
            await transaction.RollbackAsync(cancellationToken);
            return await TryStartAsync(directory, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return SyncStart.Started(run, record);
    }

    /// <summary>The rules that a run goes by: those saved last if it maps everybody, those of its plan if it applies one, and else those that everybody is mapped by.</summary>
    private static async Task<int> RevisionOfAsync(ScimBridgeContext db, DirectoryRecord directory, SyncRunRecord run, CancellationToken cancellationToken)
    {
        if (run.Kind is not SyncKind.Approval)
        {
            return run.Kind is SyncKind.People or SyncKind.Erasure or SyncKind.Rollback ? directory.AppliedRulesRevision : directory.RulesRevision;
        }

        var planId = Guid.TryParse(run.Subject, out var id) ? id : Guid.Empty;
        var planned = await db.SyncRuns.AsNoTracking().SingleOrDefaultAsync(made => made.Id == planId, cancellationToken);

        // A plan by rules that others have replaced is applied as shown or not at all: where the directory has moved on, it must not be mapped back.
        return planned is { Kind: SyncKind.Full or SyncKind.Remap }
            && (planned.RulesRevision == directory.RulesRevision || planned.VersionBefore == directory.Version)
                ? planned.RulesRevision
                : directory.AppliedRulesRevision;
    }

    /// <summary>Renews the lease.</summary>
    /// <returns>False when the run no longer holds it and must stop.</returns>
    public async Task<bool> RenewLeaseAsync(DirectoryId directory, Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Directories
            .Where(record => record.Id == directory.Value && record.LeaseOwner == runId)
            .ExecuteUpdateAsync(
                set => set.SetProperty(record => record.LeaseUntil, time.GetUtcNow() + LeaseDuration), cancellationToken) == 1;
    }

    /// <summary>Ends the leases of processes that died, where that can be known: a SQLite file has one server, and it has just started.</summary>
    public async Task EndDeadLeasesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (db.Database.IsSqlite())
        {
            await db.Directories.Where(record => record.LeaseOwner != null)
                .ExecuteUpdateAsync(set => set.SetProperty(record => record.LeaseUntil, DateTimeOffset.UnixEpoch), cancellationToken);
        }
    }

    /// <summary>Notes how far the run is.</summary>
    public async Task ReportAsync(Guid runId, SyncReport report, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.SyncRuns.Where(run => run.Id == runId && run.State == SyncRunState.Running)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(run => run.Stage, report.Stage)
                    .SetProperty(run => run.Read, report.Read)
                    .SetProperty(run => run.Planned, report.Planned)
                    .SetProperty(run => run.Applied, report.Applied),
                cancellationToken);
    }

    /// <summary>Asks a run to stop: one that waits ends at once, one that runs soon.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="runId">The run.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<CancelAnswer> RequestCancelAsync(DirectoryId directory, Guid runId, string by, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var run = db.SyncRuns.Where(found => found.DirectoryId == directory.Value && found.Id == runId);
        var now = time.GetUtcNow();
        var ended = await run.Where(found => found.State == SyncRunState.Queued).ExecuteUpdateAsync(
            set => set
                .SetProperty(found => found.State, SyncRunState.Finished)
                .SetProperty(found => found.Stage, SyncStage.Done)
                .SetProperty(found => found.WaitingSlot, (int?)null)
                .SetProperty(found => found.FinishedAt, now)
                .SetProperty(found => found.CancelRequestedAt, now)
                .SetProperty(found => found.CancelRequestedBy, by)
                .SetProperty(found => found.Outcome, SyncOutcome.Failed)
                .SetProperty(found => found.ErrorReason, CancelledReason)
                .SetProperty(found => found.ErrorDetail, $"Cancelled by {by} before it began. Nothing was changed."),
            cancellationToken);
        if (ended == 1)
        {
            await PlanStore.FailedAsync(db, directory, await run.AsNoTracking().SingleAsync(cancellationToken), cancellationToken);
            return CancelAnswer.Cancelled;
        }

        var asked = await run.Where(found => found.State == SyncRunState.Running && found.CancelRequestedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(found => found.CancelRequestedAt, now).SetProperty(found => found.CancelRequestedBy, by), cancellationToken);
        return asked == 1
            ? CancelAnswer.Stopping
            : await run.Select(found => (SyncRunState?)found.State).SingleOrDefaultAsync(cancellationToken) switch
            {
                null => CancelAnswer.NoSuchRun,
                SyncRunState.Finished => CancelAnswer.Over,
                _ => CancelAnswer.Stopping,
            };
    }

    /// <summary>Who asked the run to stop; null when nobody did.</summary>
    public async Task<string?> CancelRequestedByAsync(Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SyncRuns.Where(run => run.Id == runId && run.CancelRequestedAt != null)
            .Select(run => run.CancelRequestedBy).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Notes what the permission check of the run found.</summary>
    public async Task SetCheckSummaryAsync(Guid runId, string summary, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.SyncRuns.Where(run => run.Id == runId)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.CheckSummary, summary), cancellationToken);
    }

    /// <summary>The last run of a kind that succeeded, by which the next one's length is estimated; null when none did.</summary>
    public async Task<SyncRunRecord?> LastGoodAsync(DirectoryId directory, SyncKind kind, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SyncRuns.AsNoTracking()
            .Where(run => run.DirectoryId == directory.Value && run.Kind == kind
                && (run.Outcome == SyncOutcome.Succeeded || run.Outcome == SyncOutcome.SucceededWithIssues))
            .OrderByDescending(run => run.RequestedAt).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Ends the run, notes its result and ledger, and gives the lease back.</summary>
    public async Task FinishAsync(DirectoryId directory, Guid runId, SyncResult result, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        await RecordResultAsync(db, runId, result, now, cancellationToken);
        if (result.Outcome is SyncOutcome.Failed)
        {
            await PlanStore.FailedAsync(db, directory, await db.SyncRuns.SingleAsync(run => run.Id == runId, cancellationToken), cancellationToken);
        }

        var directoryRow = db.Directories.Where(record => record.Id == directory.Value && record.LeaseOwner == runId);
        if (result.GoodRead)
        {
            await directoryRow.ExecuteUpdateAsync(set => set.SetProperty(record => record.LastGoodReadAt, now), cancellationToken);
        }

        if (result.GoodRead || result.CredentialsAccepted)
        {
            await directoryRow.ExecuteUpdateAsync(
                set => set.SetProperty(record => record.CredentialsRefusedSince, (DateTimeOffset?)null), cancellationToken);
        }
        else if (result.CredentialsRefused)
        {
            // Not of credentials that somebody has replaced since the run began: nobody has refused the new ones.
            await directoryRow
                .Where(record => record.CredentialsSetAt == null || db.SyncRuns.Any(run => run.Id == runId && run.StartedAt >= record.CredentialsSetAt))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(record => record.CredentialsRefusedSince, record => record.CredentialsRefusedSince ?? now),
                    cancellationToken);
        }

        await directoryRow.ExecuteUpdateAsync(
            set => set
                .SetProperty(record => record.LastSyncFinishedAt, now)
                .SetProperty(record => record.LeaseOwner, (Guid?)null)
                .SetProperty(record => record.LeaseUntil, (DateTimeOffset?)null),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Ends a run in the transaction that publishes its version, except one that is not done by that: forgetting a person has only begun.</summary>
    internal static async Task RecordPublishedAsync(
        ScimBridgeContext db, Guid runId, SyncResult result, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await db.SyncRuns.AnyAsync(run => run.Id == runId && run.Kind == SyncKind.Erasure, cancellationToken))
        {
            await RecordResultAsync(db, runId, result, now, cancellationToken);
        }
    }

    /// <summary>Writes the result and ledger of a run that still runs, in the caller's transaction; one that ended keeps its result.</summary>
    internal static async Task RecordResultAsync(
        ScimBridgeContext db, Guid runId, SyncResult result, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var run = await db.SyncRuns.SingleAsync(record => record.Id == runId, cancellationToken);
        if (run.State is not SyncRunState.Running)
        {
            return;
        }

        result.ApplyTo(run, now);
        if (result is { RulesRevision: { } revision, Outcome: SyncOutcome.Succeeded or SyncOutcome.SucceededWithIssues })
        {
            run.RulesRevision = revision;
            await db.Directories.Where(directory => directory.Id == run.DirectoryId)
                .ExecuteUpdateAsync(set => set.SetProperty(directory => directory.AppliedRulesRevision, revision), cancellationToken);
        }

        db.SyncIssues.AddRange(result.Issues.Select(issue => new SyncIssueRecord
        {
            RunId = runId,
            EmployeeId = issue.EmployeeId,
            Code = issue.Code,
            Detail = issue.Detail,
            Advice = issue.Advice,
        }));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static IQueryable<SyncRunRecord> Waiting(ScimBridgeContext db, DirectoryId directory) =>
        db.SyncRuns.Where(run => run.DirectoryId == directory.Value && run.WaitingSlot != null);

    /// <summary>Runs whose process died still say that they run; whoever takes the lease next says what became of them.</summary>
    private static async Task CloseInterruptedAsync(
        ScimBridgeContext db, DirectoryId directory, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var interrupted = await db.SyncRuns.Where(run => run.DirectoryId == directory.Value && run.State == SyncRunState.Running)
            .ToListAsync(cancellationToken);
        foreach (var run in interrupted)
        {
            run.State = SyncRunState.Finished;
            run.Stage = SyncStage.Done;
            run.FinishedAt = now;
            run.Outcome = SyncOutcome.Failed;
            run.ErrorReason = "interrupted";
            run.ErrorDetail = run.Kind is SyncKind.Erasure
                ? "The server stopped while a person was being forgotten. Ask for it again."
                : "The server stopped while the sync ran. Nothing was changed; the next sync starts afresh.";
            await PlanStore.FailedAsync(db, directory, run, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
