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
        { LastGoodReadAt: { } read, CredentialsSetAt: { } linked } when read < linked => DirectoryState.Validating,
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

    /// <summary>Since when it holds; null only for a directory of which nothing has been noted yet.</summary>
    public static DateTimeOffset? Since(DirectoryRecord directory, DirectoryState state) => state switch
    {
        DirectoryState.Deleting => directory.DeletingSince,
        DirectoryState.Paused => directory.Paused ? directory.PausedSince : directory.SyncPausedSince,
        DirectoryState.Unlinked => directory.UnlinkedSince,
        DirectoryState.InvalidCredentials => directory.CredentialsRefusedSince,
        DirectoryState.Held => directory.HeldSince,
        DirectoryState.Stale => StaleSince(directory),
        DirectoryState.Validating => directory.CredentialsSetAt ?? directory.FirstSyncAt,
        DirectoryState.Linked => directory.LastState == Name(DirectoryState.Linked) ? directory.LastStateAt ?? directory.LastGoodReadAt : directory.LastGoodReadAt,
        _ => null,
    };

    /// <summary>What an admin does next, and when the server tries again by itself; null when there is nothing to say.</summary>
    public static string? Advice(DirectoryRecord directory, DateTimeOffset now)
    {
        var advice = Advice(directory, Of(directory, now), now);
        return advice is not null && directory.NotBefore > now && directory is { Paused: false, SyncPausedSince: null, DeletingSince: null }
            ? $"{advice} The schedule tries again after {Moment(directory.NotBefore.Value)}; whoever asks for a sync gets one before."
            : advice;
    }

    private static string? Advice(DirectoryRecord directory, DirectoryState state, DateTimeOffset now) => state switch
    {
        DirectoryState.Deleting when directory.DeleteAfter is { } end && end > now =>
            $"It is no longer read or served, and everything of it is removed after {Moment(end)}. Restore it before that if it is still needed.",
        DirectoryState.Deleting => "Wait until everything of it is gone.",
        DirectoryState.Paused when directory.Paused =>
            "The settings no longer declare it, so it is neither read nor served. Declare it there again, resume it to look after it here, or delete it.",
        DirectoryState.Paused => $"It is served as it is, and not read: {directory.SyncPauseReason ?? "an admin paused it"}. Resume it to read it again.",
        DirectoryState.Unlinked when directory.Origin is DirectoryOrigin.Settings => "Set the directory's HiBob:ServiceUserId and HiBob:Token in the settings.",
        DirectoryState.Unlinked => "Enter the service user's id and token.",
        DirectoryState.InvalidCredentials when directory.Origin is DirectoryOrigin.Admin =>
            "Check the service user and its permission group in HiBob, then enter its id and a current token, or ask for a sync.",
        DirectoryState.InvalidCredentials => "Check the service user's id, token and permission group in HiBob, then trigger a sync.",
        DirectoryState.Held => "Look at the plan that waits, then approve or reject it; clients still get the last good version.",
        DirectoryState.Stale => "Look at the newest sync for why reading fails; clients still get the last good version.",
        DirectoryState.Validating => "Wait for the first sync to end.",
        DirectoryState.Linked when directory.FailuresInARow > 0 => "The last sync failed; look at it for why.",
        _ => null,
    };

    /// <summary>Two intervals after the last good read, or after new credentials came if nothing has been read by them.</summary>
    private static DateTimeOffset? StaleSince(DirectoryRecord directory)
    {
        var read = directory.LastGoodReadAt ?? directory.FirstSyncAt;
        var from = directory.CredentialsSetAt > read ? directory.CredentialsSetAt : read;
        return from + TimeSpan.FromMinutes(2 * directory.IntervalMinutes);
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
