namespace ScimBridge.Benchmarks;

/// <summary>One kind of request.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Paths">The paths asked for in turn, below the SCIM base URL.</param>
/// <param name="IsPoll">Whether the client sends the entity tag that it got, so that the answer is a 304.</param>
internal sealed record Scenario(string Name, IReadOnlyList<string> Paths, bool IsPoll = false);
