using Microsoft.Extensions.Time.Testing;

namespace ScimBridge.Tests.HiBob;

/// <summary>A clock on which every wait of up to three minutes is over at once and is remembered; longer ones never end by themselves.</summary>
internal sealed class SkippingClock() : FakeTimeProvider(new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero))
{
    private readonly List<TimeSpan> waits = [];

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (waits)
            {
                return [.. waits];
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= TimeSpan.FromMinutes(3))
        {
            lock (waits)
            {
                waits.Add(dueTime);
            }

            Advance(dueTime);
        }

        return timer;
    }
}
