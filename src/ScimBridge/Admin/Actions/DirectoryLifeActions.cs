using System.Globalization;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Deletion;

namespace ScimBridge.Admin.Actions;

/// <summary>Pausing and resuming directories, deleting them and bringing them back.</summary>
internal sealed class DirectoryLifeActions(
    DirectoryStore directories, DirectoryEditStore edits, DirectoryDeletion deletion, DirectoryFollowUp followUp)
{
    /// <summary>Pauses syncing; the directory is served on.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="key">The directory's key.</param>
    /// <param name="reason">Why, in words; null when nobody says.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Outcome<DirectoryRecord>> PauseAsync(AuditActor actor, string key, string? reason, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        if (directory.DeletingSince is not null)
        {
            return DirectoryObjections.To(directory)!;
        }

        await directories.PauseSyncAsync(new DirectoryId(directory.Id), reason ?? "An admin paused it.", cancellationToken);
        return await followUp.ChangedAsync(actor, directory, "directory.pause", null, reason);
    }

    /// <summary>Ends a pause. A directory that the settings no longer declare is the admins' from then on, read and served again.</summary>
    public async Task<Outcome<DirectoryRecord>> ResumeAsync(AuditActor actor, string key, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        if (directory.DeletingSince is not null)
        {
            return DirectoryObjections.To(directory)!;
        }

        var id = new DirectoryId(directory.Id);
        if (directory.Paused)
        {
            await edits.AdoptAsync(id, cancellationToken);
        }

        await directories.ResumeSyncAsync(id, cancellationToken);
        return await followUp.ChangedAsync(
            actor, directory, "directory.resume", null, directory.Paused ? "The settings no longer declare it; it is looked after here from now on." : null);
    }

    /// <summary>Deletes a directory: it is neither served nor read from now on, and everything of it goes once it can be brought back no longer.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="key">The directory's key.</param>
    /// <param name="revision">The revision that the caller has seen.</param>
    /// <param name="name">The directory's name, typed again by whoever means this directory.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Outcome<DirectoryRecord>> DeleteAsync(
        AuditActor actor, string key, int revision, string? name, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        if (DirectoryObjections.To(directory, revision) is { } objection)
        {
            return objection;
        }

        if (!string.Equals(name?.Trim(), directory.Name.Trim(), StringComparison.Ordinal))
        {
            return Refusal.Invalid($"name must be the directory's name, typed again: '{directory.Name}'. Nothing was deleted.");
        }

        return await deletion.BeginAsync(directory, actor.Name, cancellationToken) is { } deleteAfter
            ? await followUp.ChangedAsync(
                actor, directory, "directory.delete", null, string.Create(CultureInfo.InvariantCulture, $"'{directory.Name}', for good after {deleteAfter.UtcDateTime:u}"))
            : DirectoryObjections.Outdated(key);
    }

    /// <summary>Brings a directory back that is being deleted, while that can be done.</summary>
    public async Task<Outcome<DirectoryRecord>> RestoreAsync(AuditActor actor, string key, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        if (directory.DeletingSince is null)
        {
            return Refusal.Conflict($"Directory '{key}' is not being deleted.");
        }

        return await deletion.RestoreAsync(directory, cancellationToken)
            ? await followUp.ChangedAsync(actor, directory, "directory.restore", null, null)
            : Refusal.Conflict($"It is too late to restore directory '{key}': everything of it is being removed.");
    }
}
