using System.Text.Json;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Webhooks;

namespace ScimBridge.Sync;

/// <summary>Reads those who changed, or were asked for, and applies what became of them as a plan of its own; everybody else stays as stored.</summary>
internal sealed class PeopleSync(SyncSource source, DirtyPeople dirty, PlanMaker maker, PlanSettler settler)
{
    /// <summary>Runs it.</summary>
    public async Task<SyncResult> RunAsync(SyncWork work, CancellationToken cancellationToken)
    {
        if (work.Directory.Version == 0)
        {
            throw new SyncRefusedException("never_synced", "Single people can be read once a first sync of everybody has succeeded.");
        }

        var began = work.Heartbeat.Now;
        var due = await dirty.TakeAsync(work.Id, cancellationToken);
        string[] ids = [.. (JsonSerializer.Deserialize<string[]>(work.Run.Subject ?? "[]") ?? []).Union(due.Select(employee => employee.EmployeeId))];
        if (ids.Length == 0)
        {
            return new SyncResult { Outcome = SyncOutcome.Succeeded, VersionAfter = work.Directory.Version };
        }

        await using var read = await source.ReadSomeAsync(work.Directory, work.Mapping.ReadRequest, ids, cancellationToken);
        await work.Heartbeat.EnterAsync(SyncStage.Planning);
        var prepared = await maker.MakeAsync(work.Basis, read, ReadCoverage.Of(ids), cancellationToken);
        var result = await settler.SettleAsync(work, prepared, PlanMode.Guarded, cancellationToken);

        // Also when the gate let nothing pass: they have been read, and what is held or refused comes up again with everybody's read.
        await dirty.ReadAsync(work.Id, due, began, CancellationToken.None);
        return result;
    }
}
