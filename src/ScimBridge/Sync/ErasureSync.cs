using System.Text.Json;
using ScimBridge.Mapping;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Forgets people on request: a version without them, and then nothing of them in history, plans and ledgers.</summary>
internal sealed partial class ErasureSync(
    SyncStores stores, ErasureStore erasures, PlanMaker maker, SafetyGate gate, PlanSettler settler, ILogger<ErasureSync> logger)
{
    /// <summary>Runs it.</summary>
    public async Task<SyncResult> RunAsync(SyncWork work, CancellationToken cancellationToken)
    {
        var employeeIds = (JsonSerializer.Deserialize<string[]>(work.Run.Subject ?? "[]") ?? []).ToHashSet(StringComparer.Ordinal);

        // Whoever never was a user may be in a plan or a ledger all the same, by the id that the user would have.
        var userIds = (await erasures.UserIdsAsync(work.Id, employeeIds, cancellationToken))
            .Union(employeeIds.Select(employeeId => ResourceIds.User(work.Directory.Key, employeeId)), StringComparer.Ordinal).ToList();
        await work.Heartbeat.EnterAsync(SyncStage.Planning);
        var lists = await stores.ListsAsync(work.Id, cancellationToken);
        await using var nobody = KeptRead.OfNobody(lists);
        var prepared = await maker.MakeAsync(work.Basis, nobody, ReadCoverage.Nobody, employeeIds, cancellationToken);
        await GuardOthersAsync(work, prepared, employeeIds, cancellationToken);
        var result = await settler.SettleAsync(work, prepared, PlanMode.Approved, cancellationToken);
        return await ForgetAsync(work, employeeIds, userIds, result);
    }

    /// <summary>Whoever is to be forgotten passes the gate; others who would go with them, because their time is up, do not for that.</summary>
    private async Task GuardOthersAsync(SyncWork work, PreparedPlan prepared, HashSet<string> employeeIds, CancellationToken cancellationToken)
    {
        var others = prepared.Plan.Removing - prepared.Plan.Deleted.Count(user => employeeIds.Contains(user.Stored.EmployeeId));
        var objections = others == 0
            ? []
            : await gate.ObjectionsAsync(work.Directory, others, prepared.Plan.Effects, work.Now, cancellationToken);
        if (objections.Count > 0)
        {
            throw new SyncRefusedException(
                "over_threshold",
                $"Nobody was forgotten: {others} other people would go at the same time. {string.Join(' ', objections.Select(objection => objection.Detail))} Sync, decide about the plan that is held then, and ask for the erasure again.");
        }
    }

    /// <summary>The version is out by now, so nothing stops this any more, and a failure is told as what it is.</summary>
    private async Task<SyncResult> ForgetAsync(
        SyncWork work, IReadOnlyCollection<string> employeeIds, IReadOnlyCollection<string> userIds, SyncResult result)
    {
        var lease = work.Lease with { Published = result.VersionAfter != work.Lease.BaseVersion };
        try
        {
            await erasures.ForgetAsync(lease, employeeIds, userIds, CancellationToken.None);
            await erasures.ForgetMentionsAsync(work.Id, employeeIds, CancellationToken.None);
            return result;
        }
#pragma warning disable CA1031 // Whatever went wrong, "nothing was changed" would be untrue.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            NotForgotten(failure, work.Run.Id);
            return result with
            {
                Outcome = SyncOutcome.Failed,
                ErrorReason = "not_forgotten",
                ErrorDetail = $"Version {result.VersionAfter}, which is served, is without the person, but not everything that is kept of them besides could be removed ({failure.GetType().Name}); the server's log has it under run {work.Run.Id}. Ask for the erasure again.",
            };
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Erasure {RunId} could not remove all that is kept beside the published version")]
    private partial void NotForgotten(Exception exception, Guid runId);
}
