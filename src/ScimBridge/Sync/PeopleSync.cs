using System.Text.Json;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Reads some people and applies what became of them as a plan of its own; everybody else stays as stored.</summary>
internal sealed class PeopleSync(SyncSource source, PlanMaker maker, PlanSettler settler)
{
    /// <summary>Runs it.</summary>
    public async Task<SyncResult> RunAsync(SyncWork work, CancellationToken cancellationToken)
    {
        if (work.Directory.Version == 0)
        {
            throw new SyncRefusedException("never_synced", "Single people can be read once a first sync of everybody has succeeded.");
        }

        var ids = JsonSerializer.Deserialize<string[]>(work.Run.Subject ?? "[]") ?? [];
        await using var read = await source.ReadSomeAsync(work.Directory, work.Mapping.ReadRequest, ids, cancellationToken);
        await work.Heartbeat.EnterAsync(SyncStage.Planning);
        var prepared = await maker.MakeAsync(work.Basis, read, ReadCoverage.Of(ids), cancellationToken);
        return await settler.SettleAsync(work, prepared, PlanMode.Guarded, cancellationToken);
    }
}
