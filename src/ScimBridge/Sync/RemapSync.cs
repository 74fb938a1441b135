using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Maps everybody again from what is stored, without asking the HR system: the rules changed.</summary>
internal sealed class RemapSync(SyncStores stores, PlanMaker maker, PlanSettler settler)
{
    /// <summary>Runs it.</summary>
    public async Task<SyncResult> RunAsync(SyncWork work, CancellationToken cancellationToken)
    {
        await work.Heartbeat.EnterAsync(SyncStage.Planning);
        var lists = await stores.ListsAsync(work.Id, cancellationToken);
        await using var nobody = KeptRead.OfNobody(lists);
        var prepared = await maker.MakeAsync(work.Basis, nobody, ReadCoverage.Nobody, cancellationToken);
        return await settler.SettleAsync(work, prepared, PlanMode.Guarded, cancellationToken);
    }
}
