namespace ScimBridge.Benchmarks;

/// <summary>What a server managed under load.</summary>
/// <param name="PerSecond">Requests a second.</param>
/// <param name="P99">The time within which 99 of 100 were answered.</param>
internal sealed record Measurement(double PerSecond, TimeSpan P99);
