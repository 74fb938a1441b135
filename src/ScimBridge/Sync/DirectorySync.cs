using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Watch;

namespace ScimBridge.Sync;

/// <summary>Syncs one directory: reads everybody, plans, lets the gate look, applies. Safe to run again after any failure.</summary>
internal sealed partial class DirectorySync(
    SyncSource source, SyncStores stores, SyncWatch watch, UserMapper mapper, TimeProvider time, ILogger<DirectorySync> logger)
{
    /// <summary>Runs the sync that was started, and ends it whatever happens.</summary>
    public async Task<SyncResult> RunAsync(SyncStart start, CancellationToken cancellationToken)
    {
        var directory = start.Directory ?? throw new ArgumentException("The run has not started.", nameof(start));
        var runId = start.RunId!.Value;
        var id = new DirectoryId(directory.Id);
        Started(directory.Key, runId);
        var result = await ResultAsync(directory, id, runId, cancellationToken);

        // Not cancelled with the run: whoever stopped it wants to know, and the lease must go back.
        await stores.Runs.FinishAsync(id, runId, result, CancellationToken.None);
        await watch.EndedAsync(start, result);
        Finished(directory.Key, runId, result.Outcome, result.ErrorReason, result.Read, result.VersionAfter);
        return result;
    }

    private async Task<SyncResult> ResultAsync(DirectoryRecord directory, DirectoryId id, Guid runId, CancellationToken cancellationToken)
    {
        try
        {
            await using var heartbeat = SyncHeartbeat.Start(stores.Runs, time, id, runId, cancellationToken);
            return await SyncAsync(directory, new WriterLease(id, runId, directory.Version), heartbeat);
        }
        catch (EmployeeSourceException failure)
        {
            return Failed(directory, FailureReasons.Of(failure.Failure), failure.Message)
                with
            { CredentialsRefused = failure.Failure is SourceFailure.InvalidCredentials or SourceFailure.Forbidden };
        }
        catch (LeaseLostException lost)
        {
            return Failed(directory, "lease_lost", lost.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return await watch.StoppedAsync(directory, runId);
        }
        catch (OperationCanceledException)
        {
            return Failed(directory, "interrupted", "The server stopped while the sync ran. Nothing was changed; the next sync starts afresh.");
        }
#pragma warning disable CA1031 // Whatever went wrong, the run must end and the lease go back; the log has the details.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            Unexpected(unexpected, directory.Key, runId);
            return Failed(
                directory, "internal_error",
                $"The sync stopped at an unexpected error ({unexpected.GetType().Name}); the server's log has it under run {runId}. Nothing was changed.");
        }
    }

    private async Task<SyncResult> SyncAsync(DirectoryRecord directory, WriterLease lease, SyncHeartbeat heartbeat)
    {
        var cancellationToken = heartbeat.Token;
        if (directory.Applying is not null)
        {
            await stores.Writer.RemoveUnpublishedAsync(lease, cancellationToken);
        }

        var mapping = DirectoryMapping.Compile(directory.Key, DirectoryRules.Default, source.Employees, mapper);
        await using var read = await source.ReadAllAsync(directory, mapping.ReadRequest, heartbeat, cancellationToken);
        await watch.ReadAsync(directory, lease.RunId, read, attributesOf: null, cancellationToken);
        await heartbeat.EnterAsync(SyncStage.Planning);
        var now = time.GetUtcNow();
        var scope = await SyncScope.LoadAsync(directory, mapping, stores.Stored, now, cancellationToken);
        var people = new PersonReader(read, stores.Stored, lease.Directory, lease.BaseVersion);
        var roster = await new RosterBuilder(read, people, scope).BuildAsync(cancellationToken);
        var renderer = new ResourceRenderer(mapping, new ResourceRows(mapping.Catalog));
        var plan = await new Planner(scope, roster, people, renderer).PlanAsync(
            StoredCatalogue.Complete(read, scope), stores.Stored.MembershipsAsync(lease.Directory, cancellationToken), cancellationToken);

        var result = Result(read, roster, plan) with { VersionAfter = lease.BaseVersion };
        if (await stores.Gate.ObjectionAsync(lease.Directory, plan, now, cancellationToken) is { } objection)
        {
            return result with
            {
                Outcome = SyncOutcome.Failed,
                ErrorReason = "over_threshold",
                ErrorDetail = $"The plan was not applied. {objection}",
            };
        }

        await heartbeat.EnterAsync(SyncStage.Applying);
        result = result with { VersionAfter = plan.ChangesAnything ? lease.NextVersion : lease.BaseVersion };
        var versionTime = await NextVersionTimeAsync(lease.Directory, now, cancellationToken);
        var writer = new PlanWriter(stores.Writer, people, renderer, directory);
        var written = await writer.WriteAsync(plan, lease, versionTime, result, cancellationToken);
        await FreshenAsync(writer, plan, written, cancellationToken);
        return result;
    }

    /// <summary>Freshens what is kept beside unchanged resources. The version is out by now, so a failure here is only put off to the next sync.</summary>
    private async Task FreshenAsync(PlanWriter writer, SyncPlan plan, WriterLease lease, CancellationToken cancellationToken)
    {
        try
        {
            await writer.FreshenAsync(plan, lease, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever went wrong, the run did what it says it did.
        catch (Exception putOff)
#pragma warning restore CA1031
        {
            FreshenPutOff(putOff, lease.RunId);
        }
    }

    /// <summary>The version's time, in whole milliseconds as resources show it, and after the last one's even if the clock went back.</summary>
    private async Task<DateTimeOffset> NextVersionTimeAsync(DirectoryId directory, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var wholeMilliseconds = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        var last = await stores.Directories.CurrentVersionAsync(directory, cancellationToken);
        return last is null || wholeMilliseconds > last.At ? wholeMilliseconds : last.At.AddMilliseconds(1);
    }

    private static SyncResult Result(EmployeeRead read, Roster roster, SyncPlan plan)
    {
        IReadOnlyList<SourceIssue> issues = [.. read.Issues, .. plan.Issues];
        return new SyncResult
        {
            Outcome = issues.Count == 0 ? SyncOutcome.Succeeded : SyncOutcome.SucceededWithIssues,
            GoodRead = true,
            ReadEverybody = true,
            Read = read.Count,
            Created = plan.Count(UserChangeKind.Created),
            Updated = plan.Count(UserChangeKind.Updated),
            Deactivated = plan.Count(UserChangeKind.Deactivated),
            Reactivated = plan.Count(UserChangeKind.Reactivated),
            Deleted = plan.Deleted.Count,
            Unchanged = plan.Unchanged,
            Rejected = roster.Rejected,
            GroupsChanged = plan.Groups.Count,
            Issues = issues,
        };
    }

    private static SyncResult Failed(DirectoryRecord directory, string reason, string detail) => new()
    {
        Outcome = SyncOutcome.Failed,
        ErrorReason = reason,
        ErrorDetail = detail,
        VersionAfter = directory.Version,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Sync {RunId} of directory {Directory} started")]
    private partial void Started(string directory, Guid runId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sync {RunId} of directory {Directory} ended: {Outcome} {Reason}, {Read} people read, version {Version}")]
    private partial void Finished(string directory, Guid runId, SyncOutcome outcome, string? reason, int read, int version);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sync {RunId} could not freshen what is kept beside unchanged resources; the next sync does")]
    private partial void FreshenPutOff(Exception exception, Guid runId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sync {RunId} of directory {Directory} stopped at an unexpected error")]
    private partial void Unexpected(Exception exception, string directory, Guid runId);
}
