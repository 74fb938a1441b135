using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Directories;

/// <summary>Brings single directories in line with what is declared of them at a start.</summary>
internal sealed class DirectoryDeclarer(DirectoryStore directories, DirectoryLinks links, DirectoryPurge purge, TimeProvider time)
{
    /// <summary>The directory with a key as the last start left it, or null; what is left of one that is being removed for good goes first.</summary>
    public async Task<DirectoryRecord?> LastAsync(string key, CancellationToken cancellationToken)
    {
        var last = await directories.FindAsync(key, cancellationToken);
        if (last?.DeleteAfter is not { } until || until > time.GetUtcNow())
        {
            return last;
        }

        await ForgetAsync(last, cancellationToken);
        return null;
    }

    /// <summary>Makes the directory or updates it; where it is linked otherwise than before, it starts afresh with that.</summary>
    public async Task<DirectoryRecord> DeclareAsync(DirectoryDeclaration declaration, CancellationToken cancellationToken)
    {
        var before = await LastAsync(declaration.Key, cancellationToken);
        var directory = await directories.DeclareAsync(declaration, cancellationToken);
        if (before is not null && !links.Same(before, directory))
        {
            await links.ChangedAsync(new DirectoryId(directory.Id), cancellationToken);
        }

        return directory;
    }

    /// <summary>Removes a directory and everything of it at once.</summary>
    public Task ForgetAsync(DirectoryRecord directory, CancellationToken cancellationToken) =>
        purge.PurgeAsync(new DirectoryId(directory.Id), _ => Task.FromResult(true), cancellationToken);

    /// <summary>Pauses the directories that are no longer declared; see <see cref="DirectoryStore.PauseUndeclaredAsync"/>.</summary>
    public Task<IReadOnlyList<string>> PauseOthersAsync(IReadOnlyCollection<string> declaredKeys, CancellationToken cancellationToken) =>
        directories.PauseUndeclaredAsync(declaredKeys, cancellationToken);
}
