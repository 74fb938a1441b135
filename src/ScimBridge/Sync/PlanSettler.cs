using ScimBridge.Employees;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Decides what becomes of a plan, keeps it with its run, and applies it.</summary>
internal sealed partial class PlanSettler(SyncStores stores, SafetyGate gate, ILogger<PlanSettler> logger)
{
    /// <summary>Settles a plan.</summary>
    /// <returns>The run's result.</returns>
    public async Task<SyncResult> SettleAsync(SyncWork work, PreparedPlan prepared, PlanMode mode, CancellationToken cancellationToken)
    {
        var plan = prepared.Plan;
        var result = Result(work, prepared) with { VersionAfter = work.Lease.BaseVersion };
        work.Heartbeat.ReportPlanned(plan.Size);
        var objections = mode is PlanMode.Approved
            ? Array.Empty<GateObjection>()
            : await gate.ObjectionsAsync(work.Directory, plan.Removing, plan.Effects, work.Now, cancellationToken);
        if (mode is PlanMode.LookedAt)
        {
            await SaveAsync(work, prepared, PlanState.DryRun, objections, cancellationToken);
            return objections.Count == 0 ? result : result with { ErrorDetail = $"It would be held. {Words(objections)}" };
        }

        if (objections.Count > 0)
        {
            return await HoldAsync(work, prepared, objections, result, cancellationToken);
        }

        if (mode is PlanMode.Guarded && work.Run.Kind is SyncKind.Full)
        {
            // Everybody was read again, and nothing in it is to be held: what waited is out of date.
            await stores.Plans.ReleaseAsync(work.Id, work.Run.Id, cancellationToken);
        }

        return await ApplyAsync(work, prepared, result, cancellationToken);
    }

    private async Task<SyncResult> HoldAsync(
        SyncWork work, PreparedPlan prepared, IReadOnlyList<GateObjection> objections, SyncResult result, CancellationToken cancellationToken)
    {
        var changes = PlanRecords.Of(prepared.Plan, work.Id, work.Run.Id).ToList();
        var held = await stores.Plans.HeldAsync(work.Id, cancellationToken);
        if (held is not null && held.BaseVersion == work.Lease.BaseVersion && held.Digest.AsSpan().SequenceEqual(PlanRecords.DigestOf(changes).ToBytes()))
        {
            return Held(result, objections, $"The plan of run {held.RunId}, which waits for approval, says the same.");
        }

        if (held is not null && work.Run.Kind is SyncKind.People)
        {
            return result with
            {
                Outcome = SyncOutcome.Failed,
                ErrorReason = "over_threshold",
                ErrorDetail = $"It was not applied, and the plan of run {held.RunId} waits already. {Words(objections)}",
            };
        }

        await SaveAsync(work, prepared, changes, PlanState.Held, objections, cancellationToken);
        await stores.Plans.HoldAsync(work.Id, work.Run.Id, cancellationToken);
        return Held(result, objections, "The plan waits: approve it to have it applied exactly as shown, or reject it.");
    }

    private async Task<SyncResult> ApplyAsync(SyncWork work, PreparedPlan prepared, SyncResult result, CancellationToken cancellationToken)
    {
        var plan = prepared.Plan;
        if (plan.ChangesAnything)
        {
            await SaveAsync(work, prepared, PlanState.Approved, [], cancellationToken);
        }

        await work.Heartbeat.EnterAsync(SyncStage.Applying);
        result = result with { VersionAfter = plan.ChangesAnything ? work.Lease.NextVersion : work.Lease.BaseVersion, Applied = plan.Size };
        var writer = new PlanWriter(stores.Writer, prepared.People, prepared.Renderer, work.Directory, work.Heartbeat);
        var versionTime = await stores.Directories.NextVersionTimeAsync(work.Id, work.Heartbeat.Now, cancellationToken);
        var written = await writer.WriteAsync(plan, work.Lease, versionTime, result, cancellationToken);
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

    private Task SaveAsync(
        SyncWork work, PreparedPlan prepared, PlanState state, IReadOnlyList<GateObjection> objections, CancellationToken cancellationToken) =>
        SaveAsync(work, prepared, [.. PlanRecords.Of(prepared.Plan, work.Id, work.Run.Id)], state, objections, cancellationToken);

    private async Task SaveAsync(
        SyncWork work,
        PreparedPlan prepared,
        List<PlanChangeRecord> changes,
        PlanState state,
        IReadOnlyList<GateObjection> objections,
        CancellationToken cancellationToken)
    {
        var record = PlanRecords.Of(work, state, changes, objections);
        record.Input = state is PlanState.Held ? CatalogueJson.Write(prepared.Read, KeptLists.Nothing) : null;
        var people = state is PlanState.Held ? PlanInput.PeopleAsync(work, prepared, cancellationToken) : AsyncEnumerable.Empty<PlanPersonRecord>();
        await stores.Plans.SaveAsync(record, changes, people, cancellationToken);
    }

    private static SyncResult Held(SyncResult result, IReadOnlyList<GateObjection> objections, string whatNext) => result with
    {
        Outcome = SyncOutcome.Held,
        ErrorReason = "over_threshold",
        ErrorDetail = $"The plan was not applied. {Words(objections)} {whatNext}",
    };

    private static string Words(IReadOnlyList<GateObjection> objections) => string.Join(' ', objections.Select(objection => objection.Detail));

    private static SyncResult Result(SyncWork work, PreparedPlan prepared)
    {
        var (read, roster, plan) = (prepared.Read, prepared.Roster, prepared.Plan);
        IReadOnlyList<SourceIssue> issues = [.. read.Issues, .. plan.Issues];
        return new SyncResult
        {
            Outcome = issues.Count == 0 ? SyncOutcome.Succeeded : SyncOutcome.SucceededWithIssues,
            GoodRead = work.Run.Kind is SyncKind.Full or SyncKind.DryRun,
            ReadEverybody = work.Run.Kind is SyncKind.Full,
            CredentialsAccepted = work.Run.Kind is SyncKind.People,
            RulesRevision = work.Run.Kind is SyncKind.Full or SyncKind.Remap or SyncKind.Approval ? work.Run.RulesRevision : null,
            Planned = plan.Size,
            Read = read.Count,
            Created = plan.Count(UserChangeKind.Created),
            Updated = plan.Count(UserChangeKind.Updated),
            Deactivated = plan.Count(UserChangeKind.Deactivated),
            Reactivated = plan.Count(UserChangeKind.Reactivated),
            Deleted = plan.Deleted.Count,
            Unchanged = plan.Unchanged,
            Rejected = roster.Rejected,
            OutOfScope = roster.OutOfScope,
            GroupsChanged = plan.Groups.Count,
            MembersAdded = plan.Memberships.Added.Count(),
            MembersRemoved = plan.Memberships.Removed.Count(),
            Issues = issues,
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sync {RunId} could not freshen what is kept beside unchanged resources; the next sync does")]
    private partial void FreshenPutOff(Exception exception, Guid runId);
}
