namespace ScimBridge.HiBobSimulator;

/// <summary>How the way to HiBob behaves: limits, firewall, sizes and delays. Members may be set at any time.</summary>
public sealed class SimulatorTraffic
{
    /// <summary>Requests per minute for every endpoint; null uses HiBob's own limits, 0 switches the limit off (no headers either).</summary>
    public int? RateLimitPerMinute { get; set; }

    /// <summary>Sends Retry-After with a 429, which HiBob does not document.</summary>
    public bool SendsRetryAfter { get; set; }

    /// <summary>Blocks for five minutes an address with too many 401s, or credentials with too many 401s or 403s, within ten seconds.</summary>
    public bool Firewall { get; set; } = true;

    /// <summary>How many refusals within ten seconds make the firewall block.</summary>
    public int FirewallThreshold { get; set; } = 50;

    /// <summary>What a blocked caller gets, which is not known of HiBob: a status with an HTML page, or 0 for a closed connection.</summary>
    public int FirewallStatus { get; set; } = StatusCodes.Status403Forbidden;

    /// <summary>
    /// The largest number of people that a read may return without a filter, unless it asks for <c>root.id</c> alone; null means no limit. It
    /// makes a client fall back to the ids and batches of them.
    /// </summary>
    public int? MostPeoplePerRead { get; set; }

    /// <summary>How a read that is too large ends: a status such as 413 or 504, or 0 for a closed connection without a reply.</summary>
    public int LargeReadStatus { get; set; } = StatusCodes.Status504GatewayTimeout;

    /// <summary>How long a read that is too large takes to end.</summary>
    public TimeSpan LargeReadDelay { get; set; }

    /// <summary>The largest number of values in a filter, beyond which the answer is 400; null, as documented, means no limit.</summary>
    public int? MostFilterValues { get; set; }

    /// <summary>How long every accepted request takes before its reply begins.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Compresses replies for callers that accept gzip.</summary>
    public bool Gzip { get; set; }
}
