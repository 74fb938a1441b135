using ScimBridge.Admin.Pages.Health;
using ScimBridge.Storage.Records;
using Xunit;

namespace ScimBridge.Tests.Admin.Pages.Health;

/// <summary>The freshness of a directory over its last syncs.</summary>
public sealed class SyncPointTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ages_count_from_the_good_read_before_whatever_failed_between()
    {
        SyncRunRecord[] runs =
        [
            Run(60, SyncKind.Full, SyncOutcome.Succeeded), Run(0, SyncKind.Full, SyncOutcome.Succeeded), Run(30, SyncKind.Full, SyncOutcome.Failed),
            Run(45, SyncKind.People, SyncOutcome.Succeeded), Run(90, SyncKind.Full, SyncOutcome.Held), Run(95, SyncKind.Full, null),
        ];

        var points = SyncPoint.Of(runs, 10);

        Assert.Equal([null, 30.0, 60.0, 30.0], points.Select(point => point.Age?.TotalMinutes));
        Assert.All(points, point => Assert.Equal(TimeSpan.FromMinutes(1), point.Duration));
    }

    [Fact]
    public void Only_the_newest_are_kept_and_the_first_of_them_still_has_its_age()
    {
        var points = SyncPoint.Of([Run(0, SyncKind.Full, SyncOutcome.Succeeded), Run(30, SyncKind.Full, SyncOutcome.Succeeded)], 1);

        Assert.Equal(30, Assert.Single(points).Age!.Value.TotalMinutes);
    }

    private static SyncRunRecord Run(int minutes, SyncKind kind, SyncOutcome? outcome) => new()
    {
        Id = Guid.NewGuid(),
        Kind = kind,
        Outcome = outcome,
        StartedAt = Start.AddMinutes(minutes),
        FinishedAt = outcome is null ? null : Start.AddMinutes(minutes + 1),
    };
}
