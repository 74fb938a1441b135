using System.Globalization;
using ScimBridge.Storage.Records;

namespace ScimBridge.Directories;

/// <summary>Tells a directory's state, since when it holds and what to do about it.</summary>
internal static class DirectoryStates
{
    /// <summary>The state at <paramref name="now"/>.</summary>
    public static DirectoryState Of(DirectoryRecord directory, DateTimeOffset now) => directory switch
    {
        { DeletingSince: not null } => DirectoryState.Deleting,
        { Paused: true } or { SyncPausedSince: not null } => DirectoryState.Paused,
        { ServiceUserId: null } or { ProtectedToken: null } => DirectoryState.Unlinked,
        { CredentialsRefusedSince: not null } => DirectoryState.InvalidCredentials,
        { HeldRunId: not null } => DirectoryState.Held,
        _ when StaleSince(directory) < now => DirectoryState.Stale,
        { LastGoodReadAt: null } => DirectoryState.Validating,
        _ => DirectoryState.Linked,
    };

    /// <summary>The state's name as the API and the pages say it.</summary>
    public static string Name(DirectoryState state) => state switch
    {
        DirectoryState.Deleting => "deleting",
        DirectoryState.Paused => "paused",
        DirectoryState.Unlinked => "unlinked",
        DirectoryState.InvalidCredentials => "invalid_credentials",
        DirectoryState.Held => "held",
        DirectoryState.Stale => "stale",
        DirectoryState.Validating => "validating",
        DirectoryState.Linked => "linked",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "The state has no name."),
    };

    /// <summary>Since when it holds; null where nobody keeps that.</summary>
    public static DateTimeOffset? Since(DirectoryRecord directory, DirectoryState state) => state switch
    {
        DirectoryState.Deleting => directory.DeletingSince,
        DirectoryState.Paused => directory.SyncPausedSince,
        DirectoryState.InvalidCredentials => directory.CredentialsRefusedSince,
        DirectoryState.Held => directory.HeldSince,
        DirectoryState.Stale => StaleSince(directory),
        DirectoryState.Validating => directory.FirstSyncAt,
        _ => null,
    };

    /// <summary>What an admin does next, and when the server tries again by itself; null when there is nothing to say.</summary>
    public static string? Advice(DirectoryRecord directory, DateTimeOffset now)
    {
        var advice = Advice(directory, Of(directory, now));
        return advice is not null && directory.NotBefore > now && directory is { Paused: false, SyncPausedSince: null }
            ? $"{advice} The schedule tries again after {Moment(directory.NotBefore.Value)}; whoever asks for a sync gets one before."
            : advice;
    }

    private static string? Advice(DirectoryRecord directory, DirectoryState state) => state switch
    {
        DirectoryState.Deleting => "Wait until everything of it is gone.",
        DirectoryState.Paused when directory.Paused => "Declare the directory in the settings again to read and serve it.",
        DirectoryState.Paused => $"It is served as it is, and not read: {directory.SyncPauseReason ?? "an admin paused it"}. Resume it to read it again.",
        DirectoryState.Unlinked => "Set the directory's HiBob:ServiceUserId and HiBob:Token.",
        DirectoryState.InvalidCredentials => "Check the service user's id, token and permission group in HiBob, then trigger a sync.",
        DirectoryState.Held => "Look at the plan that waits, then approve or reject it; clients still get the last good version.",
        DirectoryState.Stale => "Look at the newest sync for why reading fails; clients still get the last good version.",
        DirectoryState.Validating => "Wait for the first sync to end.",
        DirectoryState.Linked when directory.FailuresInARow > 0 => "The last sync failed; look at it for why.",
        _ => null,
    };

    private static DateTimeOffset? StaleSince(DirectoryRecord directory) =>
        (directory.LastGoodReadAt ?? directory.FirstSyncAt) + TimeSpan.FromMinutes(2 * directory.IntervalMinutes);

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
