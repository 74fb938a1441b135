using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin;

/// <summary>Writes down who did what: in the audit log, and among a directory's events where its readers should see it.</summary>
internal sealed class AuditTrail(AuditStore audit, DirectoryEventStore events, TimeProvider time)
{
    /// <summary>Notes something done to a directory.</summary>
    /// <param name="actor">Who did it.</param>
    /// <param name="directory">To which directory.</param>
    /// <param name="action">What, as a fixed code such as <c>plan.approve</c>.</param>
    /// <param name="target">What it was done to within the directory.</param>
    /// <param name="detail">More about it, in words; no secrets and no personal data beyond ids.</param>
    /// <param name="eventKind">The kind of the event that it also is; null when it is none.</param>
    public async Task NoteAsync(AuditActor actor, DirectoryRecord directory, string action, string? target, string? detail, string? eventKind = null)
    {
        await NoteAsync(actor, action, directory.Key, target, detail);
        if (eventKind is not null)
        {
            await events.AddAsync(
                new DirectoryId(directory.Id), eventKind, $"{actor.Name}: {action}{(target is null ? "" : $" {target}")}.", null, CancellationToken.None);
        }
    }

    /// <summary>Notes something done to the server, or to a directory that is there no longer.</summary>
    public Task NoteAsync(AuditActor actor, string action, string? directoryKey, string? target, string? detail) =>
        // Done is done: the note is written though the caller may have gone.
        audit.AddAsync(actor.Entry(time.GetUtcNow(), action, directoryKey, target, detail), CancellationToken.None);
}
