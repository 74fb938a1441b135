using ScimBridge.Employees;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Doctor;
using ScimBridge.Sync.Watch;

namespace ScimBridge.Sync;

/// <summary>Reads everybody, plans, and has the plan settled.</summary>
internal sealed class FullSync(SyncSource source, SyncStores stores, SyncWatch watch, PlanMaker maker, PlanSettler settler)
{
    /// <summary>Runs it.</summary>
    public async Task<SyncResult> RunAsync(SyncWork work, PlanMode mode, CancellationToken cancellationToken)
    {
        await using var read = await source.ReadAllAsync(work.Directory, work.Mapping.ReadRequest, work.Heartbeat, cancellationToken);
        await work.Heartbeat.EnterAsync(SyncStage.Planning);
        await watch.ReadAsync(work.Directory, work.Run.Id, read, RuleAttributes.Lookup(work.Mapping.Rules, work.Directory.IncludeHomeAddress), cancellationToken);
        await KeepListsAsync(work, read, cancellationToken);
        var prepared = await maker.MakeAsync(work.Basis, read, ReadCoverage.Everybody, cancellationToken);
        return await settler.SettleAsync(work, prepared, mode, cancellationToken);
    }

    private async Task KeepListsAsync(SyncWork work, EmployeeRead read, CancellationToken cancellationToken)
    {
        var kept = (await stores.Catalogues.FindAsync(work.Id, cancellationToken))?.Lists;
        var lists = CatalogueJson.Write(read, CatalogueJson.Read(kept));
        if (kept is null || !kept.AsSpan().SequenceEqual(lists))
        {
            await stores.Catalogues.SaveListsAsync(work.Id, lists, cancellationToken);
        }
    }
}
