namespace ScimBridge.Employees;

/// <summary>What the HR system last said of how many more requests of one kind it takes.</summary>
/// <param name="Endpoint">The endpoint, as the HR system's documentation names it.</param>
/// <param name="Limit">How many requests it takes in a window, mostly a minute; null when it did not say.</param>
/// <param name="Remaining">How many of them were left, 0 or more.</param>
/// <param name="ResetsAt">When all of them are there again.</param>
/// <param name="SeenAt">When it said so.</param>
/// <param name="WaitedAt">When a request last had to wait for the next window; null for never since this server started.</param>
internal sealed record SourceBudget(
    string Endpoint, long? Limit, long Remaining, DateTimeOffset ResetsAt, DateTimeOffset SeenAt, DateTimeOffset? WaitedAt);
