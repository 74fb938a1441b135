using System.Globalization;
using Hangfire;
using ScimBridge.Directories;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>The recurring job of each directory: every interval, counted from its first sync.</summary>
internal sealed class SyncSchedule(IRecurringJobManager recurring, TimeProvider time)
{
    /// <summary>The id of a directory's recurring job.</summary>
    public static string JobId(string directoryKey) => $"directory:{directoryKey}";

    /// <summary>Registers the directory's recurring job, or removes that of a paused one.</summary>
    public void Register(DirectoryRecord directory)
    {
        if (directory.Paused)
        {
            recurring.RemoveIfExists(JobId(directory.Key));
            return;
        }

        var directoryId = directory.Id;
        recurring.AddOrUpdate<SyncJob>(
            JobId(directory.Key),
            job => job.RunScheduledAsync(directoryId, CancellationToken.None),
            Cron(directory.FirstSyncAt ?? time.GetUtcNow(), directory.IntervalMinutes),
            new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc, MisfireHandling = MisfireHandlingMode.Relaxed });
    }

    /// <summary>The cron expression, in UTC, of a sync every <paramref name="intervalMinutes"/> from <paramref name="first"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval is none of <see cref="DirectorySyncOptions.Intervals"/>.</exception>
    public static string Cron(DateTimeOffset first, int intervalMinutes)
    {
        if (!DirectorySyncOptions.Intervals.Contains(intervalMinutes))
        {
            throw new ArgumentOutOfRangeException(
                nameof(intervalMinutes), intervalMinutes, $"The interval is one of {string.Join(", ", DirectorySyncOptions.Intervals)} minutes.");
        }

        var utc = first.UtcDateTime;
        if (intervalMinutes < 60)
        {
            return $"{Every(utc.Minute, intervalMinutes, 60)} * * * *";
        }

        return $"{utc.Minute.ToString(CultureInfo.InvariantCulture)} {Every(utc.Hour, intervalMinutes / 60, 24)} * * *";
    }

    /// <summary>When the next scheduled sync is due after <paramref name="now"/>.</summary>
    public static DateTimeOffset Next(DateTimeOffset first, int intervalMinutes, DateTimeOffset now)
    {
        var start = new DateTimeOffset(first.UtcTicks - (first.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        var interval = TimeSpan.FromMinutes(intervalMinutes);
        var passed = (now - start).Ticks / interval.Ticks;
        return start + ((passed + 1) * interval);
    }

    /// <summary>The list of minutes or hours: every <paramref name="step"/> one of <paramref name="size"/>, through <paramref name="first"/>.</summary>
    private static string Every(int first, int step, int size) => step == 1
        ? "*"
        : string.Join(',', Enumerable.Range(0, size / step).Select(index => ((first % step) + (index * step)).ToString(CultureInfo.InvariantCulture)));
}
