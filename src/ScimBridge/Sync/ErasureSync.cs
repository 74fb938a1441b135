using System.Text.Json;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Forgets people on request: a version without them, and then nothing of them in history, plans and ledgers.</summary>
internal sealed class ErasureSync(SyncStores stores, ErasureStore erasures, PlanMaker maker, PlanSettler settler)
{
    /// <summary>Runs it.</summary>
    public async Task<SyncResult> RunAsync(SyncWork work, CancellationToken cancellationToken)
    {
        var employeeIds = (JsonSerializer.Deserialize<string[]>(work.Run.Subject ?? "[]") ?? []).ToHashSet(StringComparer.Ordinal);
        var userIds = await erasures.UserIdsAsync(work.Id, employeeIds, cancellationToken);
        await work.Heartbeat.EnterAsync(SyncStage.Planning);
        var lists = await stores.ListsAsync(work.Id, cancellationToken);
        await using var nobody = KeptRead.OfNobody(lists);
        var prepared = await maker.MakeAsync(work.Basis, nobody, ReadCoverage.Nobody, employeeIds, cancellationToken);
        var result = await settler.SettleAsync(work, prepared, PlanMode.Approved, cancellationToken);

        var lease = work.Lease with { Published = result.VersionAfter != work.Lease.BaseVersion };
        await erasures.ForgetAsync(lease, employeeIds, userIds, cancellationToken);
        foreach (var employeeId in employeeIds)
        {
            var reports = prepared.Roster.Entries.Values.Where(entry => entry.Assessment.Manager?.Id == employeeId).Select(entry => entry.EmployeeId);
            await erasures.ForgetInSourcesAsync(work.Id, employeeId, [.. reports], cancellationToken);
        }

        return result;
    }
}
