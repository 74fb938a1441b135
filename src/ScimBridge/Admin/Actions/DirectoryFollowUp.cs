using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync;
using ScimBridge.Sync.Watch;

namespace ScimBridge.Admin.Actions;

/// <summary>What follows whatever an admin changes of a directory: the note, the schedule, the state, a sync.</summary>
internal sealed class DirectoryFollowUp(
    DirectoryStore directories, SyncSchedule schedule, SyncTriggers triggers, DirectoryStateWatch watch, AuditTrail trail)
{
    /// <summary>Notes what was done, and brings schedule and state in line with it. Not stopped by the caller's going: done is done.</summary>
    /// <returns>The directory as it is now.</returns>
    public async Task<DirectoryRecord> ChangedAsync(
        AuditActor actor, DirectoryRecord directory, string action, string? target, string? detail, string? eventKind = null)
    {
        await trail.NoteAsync(actor, directory, action, target, detail, eventKind);
        var id = new DirectoryId(directory.Id);
        if (await directories.FindAsync(id, CancellationToken.None) is { } now)
        {
            schedule.Register(now);
        }

        await watch.LookAsync(id, runId: null, CancellationToken.None);
        return await directories.FindAsync(id, CancellationToken.None) ?? directory;
    }

    /// <summary>Asks for a sync of everybody, unless the directory is not to be read.</summary>
    /// <returns>The run that waits; null when there is none.</returns>
    public async Task<Guid?> SyncAsync(AuditActor actor, DirectoryRecord directory)
    {
        if (directory is not { Paused: false, SyncPausedSince: null, DeletingSince: null, ProtectedToken: not null })
        {
            return null;
        }

        var request = SyncRequest.Full(SyncTrigger.Api) with { RequestedBy = actor.Name };
        return await triggers.RequestAsync(new DirectoryId(directory.Id), request, CancellationToken.None);
    }
}
