namespace ScimBridge.HiBobSimulator.Api;

/// <summary>What the rate limit says about one request, and what its headers tell the caller.</summary>
internal sealed record RateDecision(int Limit, int Remaining, long ResetEpochSeconds, bool Allowed);
