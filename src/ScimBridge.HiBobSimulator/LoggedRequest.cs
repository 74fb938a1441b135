namespace ScimBridge.HiBobSimulator;

/// <summary>A request that reached the simulator, with the parts of a people read that matter.</summary>
public sealed record LoggedRequest(SimulatorEndpoint Endpoint, string Method, string Path, DateTimeOffset At)
{
    /// <summary>The status answered; 0 while the request is running or when the connection was cut before a reply.</summary>
    public int Status { get; internal set; }

    /// <summary>The field ids asked for, as sent; null when the body named none.</summary>
    public IReadOnlyList<string>? Fields { get; internal set; }

    /// <summary>The body's <c>showInactive</c>.</summary>
    public bool ShowInactive { get; internal set; }

    /// <summary>The body's <c>humanReadable</c>, as sent.</summary>
    public string? HumanReadable { get; internal set; }

    /// <summary>The number of values in the filter; null when the body had no filter.</summary>
    public int? FilterValues { get; internal set; }

    /// <summary>Whether the body had a <c>filters</c> key at all.</summary>
    public bool HasFiltersKey { get; internal set; }

    /// <summary>How many people the reply held.</summary>
    public int People { get; internal set; }
}
