using System.Globalization;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Brings an earlier version of a directory back, as a new version, and pauses syncing, or the next sync would undo it.</summary>
internal sealed class RollbackSync(SyncStores stores, VersionReader versions, RollbackPlanner planner, SafetyGate gate)
{
    /// <summary>Runs it; the gate may hold it.</summary>
    /// <exception cref="SyncRefusedException">There is no such version to go back to.</exception>
    public async Task<SyncResult> RunAsync(SyncWork work, CancellationToken cancellationToken)
    {
        var version = int.TryParse(work.Run.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var plan = await PlanAsync(work, version, cancellationToken);
        var objections = await gate.ObjectionsAsync(
            work.Directory,
            plan.CountUsers(PlanChangeKind.Deactivated) + plan.CountUsers(PlanChangeKind.Deleted),
            plan.Effects,
            work.Now,
            cancellationToken);
        if (objections.Count > 0)
        {
            return await HoldAsync(work, plan, objections, string.Join(' ', objections.Select(objection => objection.Detail)), cancellationToken);
        }

        await SaveAsync(work, plan, PlanState.Approved, objections, cancellationToken);
        return await ApplyAsync(work, plan, cancellationToken);
    }

    /// <summary>Applies a rollback that was held and approved, or holds it anew where the directory has moved so that it would do more than was approved.</summary>
    public async Task<SyncResult> ApplyApprovedAsync(SyncWork work, int version, PlanRecord approved, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(work, version, cancellationToken);
        if (!await PlanRecords.IsWithinAsync(plan.Changes, stores.Plans, approved, cancellationToken))
        {
            return await HoldAsync(work, plan, [], "The directory has changed since, and it would do more than was approved.", cancellationToken);
        }

        await SaveAsync(work, plan, PlanState.Approved, [], cancellationToken);
        return await ApplyAsync(work, plan, cancellationToken);
    }

    private async Task<RollbackPlan> PlanAsync(SyncWork work, int version, CancellationToken cancellationToken)
    {
        await work.Heartbeat.EnterAsync(SyncStage.Planning);
        var target = version < work.Directory.Version ? await versions.FindAsync(work.Id, version, cancellationToken) : null;
        return target is not null
            ? await planner.PlanAsync(work, target, cancellationToken)
            : throw new SyncRefusedException(
                "no_such_version",
                $"There is no version {version} to go back to; versions {work.Directory.OldestVersion} to {work.Directory.Version - 1} are kept.");
    }

    private async Task<SyncResult> ApplyAsync(SyncWork work, RollbackPlan plan, CancellationToken cancellationToken)
    {
        work.Heartbeat.ReportPlanned(plan.Size);
        await work.Heartbeat.EnterAsync(SyncStage.Applying);
        var result = Result(work, plan) with
        {
            VersionAfter = work.Lease.NextVersion,
            RolledBackTo = plan.Target.Version,
            Applied = plan.Size,

            // What comes back was mapped by the rules of then, and single people are until everybody is mapped again.
            RulesRevision = (await stores.Runs.FindAsync(work.Id, plan.Target.RunId, cancellationToken))?.RulesRevision ?? work.Run.RulesRevision,
        };

        // Before publishing: should the process die in between, a pause too many is what an admin sees and can end.
        await stores.Directories.PauseSyncAsync(
            work.Id, $"The directory was taken back to version {plan.Target.Version}. Resume syncing to follow the HR system again.", cancellationToken);
        var versionTime = await stores.Directories.NextVersionTimeAsync(work.Id, work.Heartbeat.Now, cancellationToken);
        await new RollbackWriter(stores.Writer, new ResourceRows(CatalogOf(plan.Target)), work.Heartbeat).WriteAsync(plan, work, versionTime, result, cancellationToken);
        return result;
    }

    private async Task<SyncResult> HoldAsync(
        SyncWork work, RollbackPlan plan, IReadOnlyList<GateObjection> objections, string why, CancellationToken cancellationToken)
    {
        await SaveAsync(work, plan, PlanState.Held, objections, cancellationToken);
        await stores.Plans.HoldAsync(work.Id, work.Run.Id, cancellationToken);
        return Result(work, plan) with
        {
            Outcome = SyncOutcome.Held,
            ErrorReason = "over_threshold",
            ErrorDetail = $"Going back to version {plan.Target.Version} was not applied. {why} The plan waits: approve or reject it.",
        };
    }

    private Task SaveAsync(
        SyncWork work, RollbackPlan plan, PlanState state, IReadOnlyList<GateObjection> objections, CancellationToken cancellationToken)
    {
        var record = PlanRecords.Of(work, state, plan.Changes, objections);
        record.RollbackTo = plan.Target.Version;
        return stores.Plans.SaveAsync(record, plan.Changes, AsyncEnumerable.Empty<PlanPersonRecord>(), cancellationToken);
    }

    /// <summary>The schemas as that version had them.</summary>
    private static SchemaCatalog CatalogOf(DirectoryVersionRecord version) => version.CustomAttributes is { } attributes
        ? SchemaCatalog.Load().WithAttributes(ScimSchemaUris.HiBobUser, CustomAttributes.Read(attributes))
        : SchemaCatalog.Load();

    private static SyncResult Result(SyncWork work, RollbackPlan plan) => new()
    {
        Outcome = SyncOutcome.Succeeded,
        Planned = plan.Size,
        Created = plan.CountUsers(PlanChangeKind.Created),
        Updated = plan.CountUsers(PlanChangeKind.Updated),
        Deactivated = plan.CountUsers(PlanChangeKind.Deactivated),
        Reactivated = plan.CountUsers(PlanChangeKind.Reactivated),
        Deleted = plan.CountUsers(PlanChangeKind.Deleted),
        Unchanged = plan.Target.Users - plan.Users.Count(pair => pair.Then is not null),
        GroupsChanged = plan.Groups.Count,
        MembersAdded = plan.Memberships.Count(pair => pair.Now is null),
        MembersRemoved = plan.Memberships.Count(pair => pair.Then is null),
        VersionAfter = work.Lease.BaseVersion,
    };
}
