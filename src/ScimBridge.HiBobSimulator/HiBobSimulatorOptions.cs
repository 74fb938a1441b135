namespace ScimBridge.HiBobSimulator;

/// <summary>How a simulator starts.</summary>
public sealed record HiBobSimulatorOptions
{
    /// <summary>How many people the generated company has: 10 to 100,000, or 0 for an empty company that a test fills itself.</summary>
    public int People { get; init; } = 100;

    /// <summary>The seed of the company: the same seed, size and reference date give the same company, byte for byte.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// The day around which joiners, leavers and leaves lie. By default the first day of the clock's quarter, so that a company started
    /// twice is the same, yet never so old that nobody is about to join.
    /// </summary>
    public DateOnly? ReferenceDate { get; init; }

    /// <summary>The port on 127.0.0.1; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>The service user's id, the user name of HTTP Basic.</summary>
    public string ServiceUserId { get; init; } = "SERVICE-1234";

    /// <summary>The service user's token, the password of HTTP Basic.</summary>
    public string Token { get; init; } = "test-token";

    /// <summary>The source of time, for the lifecycle, the rate limit and delays.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Requests per minute for every endpoint; null uses HiBob's own limits, 0 switches the limit off (no headers either).</summary>
    public int? RateLimitPerMinute { get; init; }

    /// <summary>Switches between documented and observed shapes.</summary>
    public SimulatorShapes Shapes { get; init; } = new();

    /// <summary>Switches by the names of the control endpoint <c>/_control/switches</c>, set before the first request.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Switches { get; init; } = [];

    /// <summary>Whether the host logs to the console.</summary>
    public bool LogToConsole { get; init; }

    /// <summary>The first day of the quarter that <paramref name="day"/> is in: the default of <see cref="ReferenceDate"/>.</summary>
    public static DateOnly StartOfQuarter(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
}
