using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Applies a held plan that somebody approved: exactly it, or what is left of it.</summary>
/// <remarks>
/// The plan is made again from what it was made of. Where the directory has not moved that gives the very same plan. Where it has,
/// people who were read again since are left as they are now, and the rest is applied only if it does nothing that was not approved.
/// </remarks>
internal sealed class ApprovalSync(SyncStores stores, PlanMaker maker, PlanSettler settler, RollbackSync rollback)
{
    /// <summary>Runs it.</summary>
    /// <exception cref="SyncRefusedException">The plan is not approved any more.</exception>
    public async Task<SyncResult> RunAsync(SyncWork work, CancellationToken cancellationToken)
    {
        await work.Heartbeat.EnterAsync(SyncStage.Planning);
        if (!Guid.TryParse(work.Run.Subject, out var planId)
            || await stores.Plans.FindAsync(work.Id, planId, cancellationToken) is not { State: PlanState.Approved } approved)
        {
            throw new SyncRefusedException(
                "plan_replaced", "The plan that was approved is no longer the one that waits; nothing was applied. Look at the newest plan.");
        }

        if (approved.RollbackTo is { } version)
        {
            return await rollback.ApplyApprovedAsync(work, version, approved, cancellationToken);
        }

        var moved = approved.BaseVersion != work.Lease.BaseVersion;
        var prepared = await AgainAsync(work with { Now = approved.At }, approved, moved, cancellationToken);
        if (!await IsApprovedAsync(work, prepared, approved, moved, cancellationToken))
        {
            // Guarded, it may pass by itself now or wait anew, and in neither case is more applied than somebody approved or the gate lets pass.
            var guarded = await settler.SettleAsync(work, prepared, PlanMode.Guarded, cancellationToken);
            if (guarded.Outcome is not SyncOutcome.Held && guarded.VersionAfter == work.Lease.BaseVersion)
            {
                // Nothing of it was left to do, so nothing is there to wait.
                await stores.Plans.EndAsync(work.Id, planId, PlanState.Replaced, cancellationToken);
            }

            return guarded;
        }

        var result = await settler.SettleAsync(work, prepared, PlanMode.Approved, cancellationToken);
        await stores.Plans.EndAsync(work.Id, planId, PlanState.Applied, cancellationToken);
        return result;
    }

    private async Task<PreparedPlan> AgainAsync(SyncWork work, PlanRecord approved, bool moved, CancellationToken cancellationToken)
    {
        var people = await stores.Plans.PersonIdsAsync(approved.RunId, cancellationToken);
        if (moved)
        {
            var readSince = (await stores.Stored.UsersAsync(work.Id, cancellationToken)).Values
                .Where(user => user.ReadAt > approved.At).Select(user => user.EmployeeId).ToHashSet(StringComparer.Ordinal);
            people = [.. people.Where(person => !readSince.Contains(person.EmployeeId))];
        }

        var read = KeptRead.OfPlan(
            CatalogueJson.Read(approved.Input),
            stores.Plans,
            approved.RunId,
            [.. people.Where(person => person.Returned).Select(person => person.EmployeeId)]);
        var expires = (await stores.Runs.FindAsync(work.Id, approved.RunId, cancellationToken))?.Kind is SyncKind.Full;
        return await maker.MakeAsync(
            work.Basis, read, ReadCoverage.Replay(people.Select(person => person.EmployeeId), expires), cancellationToken);
    }

    /// <summary>Whether the plan does nothing that was not approved.</summary>
    private async Task<bool> IsApprovedAsync(
        SyncWork work, PreparedPlan prepared, PlanRecord approved, bool moved, CancellationToken cancellationToken)
    {
        var changes = PlanRecords.Of(prepared.Plan, work.Id, work.Run.Id).ToList();
        return moved
            ? await PlanRecords.IsWithinAsync(changes, stores.Plans, approved, cancellationToken)
            : PlanRecords.DigestOf(changes).ToBytes().AsSpan().SequenceEqual(approved.Digest);
    }
}
