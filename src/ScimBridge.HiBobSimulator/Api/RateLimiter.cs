namespace ScimBridge.HiBobSimulator.Api;

/// <summary>A bucket per caller, endpoint and minute; a minute begins with the first request in it.</summary>
internal sealed class RateLimiter(SimulatorTraffic traffic, TimeProvider timeProvider)
{
    private const long Minute = 60;

    private readonly Lock gate = new();
    private readonly Dictionary<(string Caller, SimulatorEndpoint Endpoint), (long Reset, int Used)> buckets = [];

    public RateDecision? Take(string caller, SimulatorEndpoint endpoint)
    {
        var limitPerMinute = traffic.RateLimitPerMinute;
        if (limitPerMinute == 0)
        {
            return null;
        }

        var limit = limitPerMinute ?? (endpoint == SimulatorEndpoint.Profiles ? 40 : 50);
        var now = timeProvider.GetUtcNow().ToUnixTimeSeconds();
        lock (gate)
        {
            var (reset, used) = buckets.GetValueOrDefault((caller, endpoint));
            if (now >= reset)
            {
                (reset, used) = (now + Minute, 0);
            }

            var allowed = used < limit;
            used += allowed ? 1 : 0;
            buckets[(caller, endpoint)] = (reset, used);
            return new RateDecision(limit, Math.Max(0, limit - used), reset, allowed);
        }
    }
}
