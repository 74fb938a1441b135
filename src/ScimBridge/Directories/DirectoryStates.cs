using ScimBridge.Storage.Records;

namespace ScimBridge.Directories;

/// <summary>Tells a directory's state and what to do about it.</summary>
internal static class DirectoryStates
{
    /// <summary>The state at <paramref name="now"/>.</summary>
    public static DirectoryState Of(DirectoryRecord directory, DateTimeOffset now) => directory switch
    {
        { Paused: true } => DirectoryState.Paused,
        { ServiceUserId: null } or { ProtectedToken: null } => DirectoryState.Unlinked,
        { CredentialsRefusedSince: not null } => DirectoryState.InvalidCredentials,
        _ when IsStale(directory, now) => DirectoryState.Stale,
        { LastGoodReadAt: null } => DirectoryState.Validating,
        _ => DirectoryState.Linked,
    };

    /// <summary>The state's name as the API and the pages say it.</summary>
    public static string Name(DirectoryState state) => state switch
    {
        DirectoryState.Paused => "paused",
        DirectoryState.Unlinked => "unlinked",
        DirectoryState.InvalidCredentials => "invalid_credentials",
        DirectoryState.Stale => "stale",
        DirectoryState.Validating => "validating",
        DirectoryState.Linked => "linked",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "The state has no name."),
    };

    /// <summary>What an admin does next, in a sentence; null when there is nothing to do.</summary>
    public static string? Advice(DirectoryState state) => state switch
    {
        DirectoryState.Paused => "Declare the directory in the settings again to read and serve it.",
        DirectoryState.Unlinked => "Set the directory's HiBob:ServiceUserId and HiBob:Token.",
        DirectoryState.InvalidCredentials => "Check the service user's id, token and permission group in HiBob, then trigger a sync.",
        DirectoryState.Stale => "Look at the newest sync for why reading fails; clients still get the last good version.",
        DirectoryState.Validating => "Wait for the first sync to end.",
        _ => null,
    };

    private static bool IsStale(DirectoryRecord directory, DateTimeOffset now) =>
        (directory.LastGoodReadAt ?? directory.FirstSyncAt) is { } since && since + TimeSpan.FromMinutes(2 * directory.IntervalMinutes) < now;
}
