using ScimBridge.Sync.Watch;
using Xunit;

namespace ScimBridge.Tests.Sync.Watch;

public sealed class BackOffTests
{
    [Theory]
    [InlineData(1, 30, false, null)]
    [InlineData(2, 30, false, 60)]
    [InlineData(3, 30, false, 120)]
    [InlineData(9, 30, false, 360)]
    [InlineData(1000, 30, false, 360)]
    [InlineData(1, 30, true, 60)]
    [InlineData(2, 30, true, 120)]
    [InlineData(9, 30, true, 360)]
    [InlineData(3, 1, false, 4)]
    [InlineData(1, 1, true, 60)]
    [InlineData(9, 1440, false, null)]
    [InlineData(9, 1440, true, null)]
    [InlineData(1, 60, true, null)]
    public void The_wait_doubles_up_to_six_hours_and_begins_at_an_hour_after_a_refusal(int failures, int interval, bool refused, int? minutes)
    {
        var wait = BackOff.After(failures, TimeSpan.FromMinutes(interval), refused, jitter: 0);

        Assert.Equal(minutes is { } expected ? TimeSpan.FromMinutes(expected) : (TimeSpan?)null, wait);
    }

    [Fact]
    public void Jitter_makes_it_at_most_a_tenth_longer()
    {
        Assert.Equal(TimeSpan.FromMinutes(66), BackOff.After(2, TimeSpan.FromMinutes(30), refused: false, jitter: 1));
    }
}
