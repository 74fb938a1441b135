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
        var timer = new Timer(this, base.CreateTimer(callback, state, dueTime, period));
        Skip(dueTime);
        return timer;
    }

    private void Skip(TimeSpan dueTime)
    {
        if (dueTime > TimeSpan.Zero && dueTime <= TimeSpan.FromMinutes(3))
        {
            lock (waits)
            {
                waits.Add(dueTime);
            }

            Advance(dueTime);
        }
    }

    private sealed class Timer(SkippingClock clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = timer.Change(dueTime, period);
            clock.Skip(dueTime);
            return changed;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
