using ScimBridge.Directories;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Actions;

/// <summary>Starting the demo company while the server runs.</summary>
internal sealed class DemoActions(DemoOffer offer, DirectoryStore directories, DirectoryFollowUp followUp)
{
    /// <summary>Starts it, and asks for its first sync. The next start of the server is without it again, and pauses its directory.</summary>
    /// <returns>Its directory.</returns>
    public async Task<Outcome<DirectoryRecord>> StartAsync(AuditActor actor, CancellationToken cancellationToken)
    {
        if (!await offer.TakeAsync(cancellationToken) || await directories.FindAsync(DirectoryRegistrar.DemoKey, cancellationToken) is not { } directory)
        {
            return Refusal.Conflict("The demo company runs already.");
        }

        var started = await followUp.ChangedAsync(actor, directory, "demo.start", null, null);
        await followUp.SyncAsync(actor, started);
        return started;
    }
}
