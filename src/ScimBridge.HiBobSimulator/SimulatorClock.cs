using System.Globalization;

namespace ScimBridge.HiBobSimulator;

/// <summary>The day that the company lives in: the time provider's, moved by whatever a test or a demo asks for. Days are UTC days.</summary>
public sealed class SimulatorClock(TimeProvider timeProvider)
{
    private long offset;

    /// <summary>Now, in the company.</summary>
    public DateTimeOffset Now => timeProvider.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offset));

    /// <summary>Today, in the company.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    internal string TodayText => Text(Today);

    // The company, and whoever waits for its midnight.
    internal Action? Moved { get; set; }

    /// <summary>Jumps to an instant; time goes on from there.</summary>
    public void Set(DateTimeOffset instant)
    {
        Interlocked.Exchange(ref offset, (instant - timeProvider.GetUtcNow()).Ticks);
        Moved?.Invoke();
    }

    /// <summary>Moves by a span of time.</summary>
    public void Advance(TimeSpan span)
    {
        Interlocked.Add(ref offset, span.Ticks);
        Moved?.Invoke();
    }

    /// <summary>Goes back to the time provider's time.</summary>
    public void Reset()
    {
        Interlocked.Exchange(ref offset, 0);
        Moved?.Invoke();
    }

    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
