using System.Globalization;
using ScimBridge.Directories;
using ScimBridge.Sync;
using Xunit;

namespace ScimBridge.Tests.Sync;

public sealed class SyncScheduleTests
{
    private static readonly DateTimeOffset Day = new(2026, 10, 15, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<int> Intervals => [.. DirectorySyncOptions.Intervals];

    [Theory, MemberData(nameof(Intervals))]
    public void A_directory_syncs_every_interval_from_its_first_sync_on_whenever_that_was(int interval)
    {
        for (var minute = 0; minute < 24 * 60; minute += 7)
        {
            var first = Day.AddMinutes(minute).AddSeconds(42);
            var due = Enumerable.Range(0, 24 * 60).Select(offset => Day.AddMinutes(offset))
                .Where(moment => ((moment - Day.AddMinutes(minute)).TotalMinutes % interval) == 0);

            Assert.Equal(due, Minutes(SyncSchedule.Cron(first, interval)));
        }
    }

    [Theory, MemberData(nameof(Intervals))]
    public void The_next_sync_is_the_next_minute_that_the_expression_names(int interval)
    {
        var first = Day.AddHours(3).AddMinutes(17).AddSeconds(42);
        var due = Minutes(SyncSchedule.Cron(first, interval)).ToList();
        for (var offset = TimeSpan.FromHours(4); offset < TimeSpan.FromHours(23); offset += TimeSpan.FromSeconds(97))
        {
            var now = Day + offset;
            var expected = due.Concat(due.Select(moment => moment.AddDays(1))).First(moment => moment > now);

            Assert.Equal(expected, SyncSchedule.Next(first, interval, now));
        }
    }

    [Theory]
    [InlineData("2026-10-15T10:07:59+00:00", 30, "7,37 * * * *")]
    [InlineData("2026-10-15T10:37:02+00:00", 30, "7,37 * * * *")]
    [InlineData("2026-10-15T10:07:30+00:00", 60, "7 * * * *")]
    [InlineData("2026-10-15T10:07:30+00:00", 1, "* * * * *")]
    [InlineData("2026-10-15T10:07:30+00:00", 240, "7 2,6,10,14,18,22 * * *")]
    [InlineData("2026-10-15T01:07:30+02:00", 1440, "7 23 * * *")]
    public void The_expression_is_in_universal_time(string first, int interval, string expected) =>
        Assert.Equal(expected, SyncSchedule.Cron(DateTimeOffset.Parse(first, CultureInfo.InvariantCulture), interval));

    [Theory]
    [InlineData("2026-10-15T10:07:00+00:00", 30, "6,36 * * * *")]
    [InlineData("2026-10-15T10:07:01.9+00:00", 30, "6,36 * * * *")]
    [InlineData("2026-10-15T00:00:01+00:00", 1440, "59 23 * * *")]
    public void A_sync_as_a_minute_begins_is_not_due_again_in_that_minute(string first, int interval, string expected) =>
        Assert.Equal(expected, SyncSchedule.Cron(DateTimeOffset.Parse(first, CultureInfo.InvariantCulture), interval));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(45)]
    [InlineData(2880)]
    public void Intervals_that_no_expression_says_evenly_are_refused(int interval) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SyncSchedule.Cron(Day, interval));

    /// <summary>The minutes of the day that an expression of minutes and hours names.</summary>
    private static IEnumerable<DateTimeOffset> Minutes(string cron)
    {
        var parts = cron.Split(' ');
        Assert.Equal(["*", "*", "*"], parts[2..]);
        var (minutes, hours) = (Numbers(parts[0], 60), Numbers(parts[1], 24));
        return from hour in hours from minute in minutes select Day.AddHours(hour).AddMinutes(minute);
    }

    private static IEnumerable<int> Numbers(string list, int size) =>
        list == "*" ? Enumerable.Range(0, size) : list.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture));
}
