using System.Globalization;
using Hangfire;
using ScimBridge.Directories;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Deletion;
using ScimBridge.Sync.Doctor;
using ScimBridge.Sync.Retention;
using ScimBridge.Sync.Watch;

namespace ScimBridge.Sync;

/// <summary>The recurring jobs: a sync of each directory every interval, counted from its first one, and what goes on beside.</summary>
internal sealed class SyncSchedule(IRecurringJobManager recurring, TimeProvider time)
{
    /// <summary>
    /// A job registered in the first second of a minute that its expression names is started at once. The first sync, which registers
    /// it, has only just run then, so its schedule counts from this much earlier.
    /// </summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    /// <summary>The id of a directory's recurring job.</summary>
    public static string JobId(string directoryKey) => $"directory:{directoryKey}";

    /// <summary>The id of the job that checks a directory's permissions daily.</summary>
    public static string CheckJobId(string directoryKey) => $"check:{directoryKey}";

    private static RecurringJobOptions Options => new() { TimeZone = TimeZoneInfo.Utc, MisfireHandling = MisfireHandlingMode.Relaxed };

    /// <summary>Registers the directory's recurring jobs, or removes those of one that is paused, being deleted, or not linked and of admins.</summary>
    public void Register(DirectoryRecord directory)
    {
        // Those that the settings leave unlinked keep theirs, whose failures say what is missing.
        if (directory is { Paused: true } or { DeletingSince: not null } or { Origin: DirectoryOrigin.Admin, ProtectedToken: null })
        {
            Forget(directory.Key);
            return;
        }

        var directoryId = directory.Id;
        var first = directory.FirstSyncAt ?? time.GetUtcNow();
        var start = StartOf(first);
        recurring.AddOrUpdate<CheckJob>(
            CheckJobId(directory.Key), job => job.RunAsync(directoryId, CancellationToken.None), Hangfire.Cron.Daily(start.Hour, start.Minute), Options);
        recurring.AddOrUpdate<SyncJob>(
            JobId(directory.Key),
            job => job.RunScheduledAsync(directoryId, null, CancellationToken.None),
            Cron(first, directory.IntervalMinutes),
            Options);
    }

    /// <summary>Registers the jobs that are of no one directory.</summary>
    public void RegisterShared()
    {
        recurring.AddOrUpdate<StatesJob>(StatesJob.Id, job => job.RunAsync(CancellationToken.None), Hangfire.Cron.Minutely(), Options);
        recurring.AddOrUpdate<DeletionJob>(DeletionJob.Id, job => job.RunAsync(CancellationToken.None), Hangfire.Cron.Minutely(), Options);
        recurring.AddOrUpdate<RetentionJob>(RetentionJob.Id, job => job.RunAsync(CancellationToken.None), Hangfire.Cron.Daily(2, 30), Options);
    }

    /// <summary>Removes the recurring jobs of a directory that is gone.</summary>
    public void Forget(string directoryKey)
    {
        recurring.RemoveIfExists(JobId(directoryKey));
        recurring.RemoveIfExists(CheckJobId(directoryKey));
    }

    /// <summary>When the schedule next tries, back-off included; null while it does not.</summary>
    public static DateTimeOffset? NextAttempt(DirectoryRecord directory, DateTimeOffset now) =>
        directory is { Paused: false, SyncPausedSince: null, DeletingSince: null, FirstSyncAt: { } first }
            and not { Origin: DirectoryOrigin.Admin, ProtectedToken: null }
            ? Next(first, directory.IntervalMinutes, directory.NotBefore > now ? directory.NotBefore.Value : now)
            : null;

    /// <summary>The cron expression, in UTC, of a sync every <paramref name="intervalMinutes"/> from <paramref name="first"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval is none of <see cref="DirectorySyncOptions.Intervals"/>.</exception>
    public static string Cron(DateTimeOffset first, int intervalMinutes)
    {
        if (!DirectorySyncOptions.Intervals.Contains(intervalMinutes))
        {
            throw new ArgumentOutOfRangeException(
                nameof(intervalMinutes), intervalMinutes, $"The interval is one of {string.Join(", ", DirectorySyncOptions.Intervals)} minutes.");
        }

        var start = StartOf(first);
        if (intervalMinutes < 60)
        {
            return $"{Every(start.Minute, intervalMinutes, 60)} * * * *";
        }

        return $"{start.Minute.ToString(CultureInfo.InvariantCulture)} {Every(start.Hour, intervalMinutes / 60, 24)} * * *";
    }

    /// <summary>When the next scheduled sync is due after <paramref name="now"/>.</summary>
    public static DateTimeOffset Next(DateTimeOffset first, int intervalMinutes, DateTimeOffset now)
    {
        var start = StartOf(first);
        var interval = TimeSpan.FromMinutes(intervalMinutes);
        var passed = (now - start).Ticks / interval.Ticks;
        return start + ((passed + 1) * interval);
    }

    /// <summary>The minute, in UTC, that the schedule counts from.</summary>
    private static DateTimeOffset StartOf(DateTimeOffset first)
    {
        var ticks = (first - Margin).UtcTicks;
        return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
    }

    /// <summary>The list of minutes or hours: every <paramref name="step"/> one of <paramref name="size"/>, through <paramref name="first"/>.</summary>
    private static string Every(int first, int step, int size) => step == 1
        ? "*"
        : string.Join(',', Enumerable.Range(0, size / step).Select(index => ((first % step) + (index * step)).ToString(CultureInfo.InvariantCulture)));
}
