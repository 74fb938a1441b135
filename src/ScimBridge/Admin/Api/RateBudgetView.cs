using ScimBridge.Employees;

namespace ScimBridge.Admin.Api;

/// <summary>How many more requests HiBob took of one kind when it was last asked.</summary>
/// <param name="Endpoint">The endpoint of HiBob's API.</param>
/// <param name="Limit">How many requests it takes a minute; null when it did not say.</param>
/// <param name="Remaining">How many of them were left.</param>
/// <param name="ResetsAt">When all of them were there again.</param>
/// <param name="SeenAt">When HiBob said so.</param>
/// <param name="WaitedAt">When a read last had to wait for the next minute; null for never that is known of.</param>
internal sealed record RateBudgetView(string Endpoint, long? Limit, long Remaining, DateTime ResetsAt, DateTime SeenAt, DateTime? WaitedAt)
{
    /// <summary>What is kept, as the API shows it.</summary>
    public static RateBudgetView Of(SourceBudget budget) => new(
        budget.Endpoint, budget.Limit, budget.Remaining, budget.ResetsAt.UtcDateTime, budget.SeenAt.UtcDateTime, budget.WaitedAt?.UtcDateTime);
}
