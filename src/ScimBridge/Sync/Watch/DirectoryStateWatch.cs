using System.Globalization;
using ScimBridge.Directories;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Alerts;

namespace ScimBridge.Sync.Watch;

/// <summary>Writes an event for every change of a directory's state, and raises an alert for the states that need somebody.</summary>
internal sealed class DirectoryStateWatch(
    DirectoryStore directories, DirectoryLifeStore life, DirectoryEventStore events, AlertQueue alerts, TimeProvider time)
{
    private static readonly HashSet<DirectoryState> Alerting =
        [DirectoryState.Held, DirectoryState.Stale, DirectoryState.InvalidCredentials];

    /// <summary>Looks at every directory.</summary>
    public async Task LookAtAllAsync(CancellationToken cancellationToken)
    {
        foreach (var directory in await directories.ListAsync(cancellationToken))
        {
            await LookAsync(directory, runId: null, cancellationToken);
        }
    }

    /// <summary>Looks at one directory; call it whenever something changed that its state depends on.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="runId">The run that may have changed it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task LookAsync(DirectoryId directory, Guid? runId, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(directory, cancellationToken) is { } record)
        {
            await LookAsync(record, runId, cancellationToken);
        }
    }

    private async Task LookAsync(DirectoryRecord directory, Guid? runId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var state = DirectoryStates.Of(directory, now);
        var name = DirectoryStates.Name(state);
        var id = new DirectoryId(directory.Id);
        if (name == directory.LastState || !await life.MoveStateAsync(id, directory.LastState, name, now, cancellationToken))
        {
            return;
        }

        var advice = DirectoryStates.Advice(directory, now);
        await events.AddAsync(id, EventKinds.State + name, Sentence(directory.LastState, name, advice), runId, cancellationToken);
        if (Alerting.Contains(state))
        {
            alerts.Raise(new Alert(directory.Key, name, now, DirectoryStates.Since(directory, state), advice, runId ?? directory.HeldRunId));
        }
    }

    private static string Sentence(string? from, string to, string? advice) => string.Create(
        CultureInfo.InvariantCulture, $"{(from is null ? $"The directory is {to}." : $"The directory went from {from} to {to}.")} {advice}").Trim();
}
