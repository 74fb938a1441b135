using ScimBridge.Storage;
using ScimBridge.Sync.Doctor;

namespace ScimBridge.Admin.Actions;

/// <summary>Checking what a directory's service user may see.</summary>
internal sealed class CheckActions(DirectoryStore directories, PermissionCheck check, AuditTrail trail)
{
    /// <summary>Reads everybody for that now, and applies nothing; a read that fails is a finding too.</summary>
    public async Task<Outcome<PermissionReport>> RunAsync(AuditActor actor, string key, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        await trail.NoteAsync(actor, directory, "directory.check", null, null);
        return await check.RunAsync(directory, cancellationToken);
    }
}
