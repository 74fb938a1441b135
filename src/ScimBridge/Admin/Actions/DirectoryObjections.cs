using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Actions;

/// <summary>Why a directory can't be changed by admins as things are now.</summary>
internal static class DirectoryObjections
{
    /// <summary>Why not; null when it can be.</summary>
    public static Refusal? To(DirectoryRecord directory) => directory switch
    {
        { DeletingSince: not null } => Refusal.Conflict($"Directory '{directory.Key}' is being deleted. Restore it first, while that can be done."),
        { Origin: DirectoryOrigin.Settings, Paused: false } => Refusal.Conflict(
            $"Directory '{directory.Key}' is declared in the settings, which would undo this at the next start. Change it there, under "
            + "Directories, and start the server again."),
        { Origin: DirectoryOrigin.Demo, Paused: false } => Refusal.Conflict(
            $"Directory '{directory.Key}' is the demo's, which would undo this at the next start. Start the server without Demo:Enabled first."),
        _ => null,
    };

    /// <summary>Why somebody who has seen <paramref name="revision"/> can't change it; null when they can.</summary>
    public static Refusal? To(DirectoryRecord directory, int revision) =>
        To(directory) ?? (directory.Revision == revision ? null : Outdated(directory.Key));

    /// <summary>Somebody changed the directory since the caller looked.</summary>
    public static Refusal Outdated(string key) => Refusal.Outdated(
        $"Directory '{key}' has been changed since you read it. Read it again and make your change there.");
}
