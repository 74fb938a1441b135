using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>What the server notes about a directory between syncs: its state as last told, its back-off, its webhook secret.</summary>
internal sealed class DirectoryLifeStore(IDbContextFactory<ScimBridgeContext> contexts)
{
    /// <summary>Notes the state of which an event is about to be written.</summary>
    /// <returns>False when another process, or another look, was faster, so that one event is written.</returns>
    public async Task<bool> MoveStateAsync(DirectoryId directory, string? from, string to, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(db, directory).Where(record => record.LastState == from)
            .ExecuteUpdateAsync(
                set => set.SetProperty(record => record.LastState, to).SetProperty(record => record.LastStateAt, at), cancellationToken) == 1;
    }

    /// <summary>Counts a failure in a row.</summary>
    /// <returns>How many there are now.</returns>
    public async Task<int> CountFailureAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await Of(db, directory).ExecuteUpdateAsync(
            set => set.SetProperty(record => record.FailuresInARow, record => record.FailuresInARow + 1), cancellationToken);
        return await Of(db, directory).Select(record => record.FailuresInARow).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Says before when the schedule does not try again.</summary>
    public async Task BackOffAsync(DirectoryId directory, DateTimeOffset? notBefore, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await Of(db, directory).ExecuteUpdateAsync(set => set.SetProperty(record => record.NotBefore, notBefore), cancellationToken);
    }

    /// <summary>Forgets failures: a read was good.</summary>
    public async Task ForgetFailuresAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await Of(db, directory).Where(record => record.FailuresInARow != 0 || record.NotBefore != null).ExecuteUpdateAsync(
            set => set.SetProperty(record => record.FailuresInARow, 0).SetProperty(record => record.NotBefore, (DateTimeOffset?)null), cancellationToken);
    }

    /// <summary>Keeps the encrypted secret that webhooks are signed with; null for none.</summary>
    public async Task SetWebhookSecretAsync(DirectoryId directory, string? protectedSecret, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await Of(db, directory).ExecuteUpdateAsync(
            set => set.SetProperty(record => record.ProtectedWebhookSecret, protectedSecret), cancellationToken);
    }

    private static IQueryable<DirectoryRecord> Of(ScimBridgeContext db, DirectoryId directory) =>
        db.Directories.Where(record => record.Id == directory.Value);
}
