using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>What HiBob's rate headers last said, per service user and endpoint, and how long to wait because of it.</summary>
/// <remarks>HiBob counts per minute; its reset is in seconds since 1970, so this server's clock must be about right.</remarks>
internal sealed class HiBobPacing(TimeProvider time)
{
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LeastWait = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<HiBobBudgetKey, Budget> budgets = new();

    /// <summary>How long to wait before the next call; none is reserved by asking.</summary>
    public TimeSpan Wait(HiBobBudgetKey key)
    {
        var now = time.GetUtcNow();
        return budgets.TryGetValue(key, out var budget) && budget.Remaining <= 0 && budget.Reset > now ? budget.Reset - now : TimeSpan.Zero;
    }

    /// <summary>Counts a call that is about to be made, for those that run beside it.</summary>
    public void Take(HiBobBudgetKey key)
    {
        while (budgets.TryGetValue(key, out var budget)
            && !budgets.TryUpdate(key, budget with { Remaining = budget.Remaining - 1 }, budget))
        {
        }
    }

    /// <summary>Learns from an answer, a 401 included.</summary>
    public void Learn(HiBobBudgetKey key, HttpStatusCode status, HttpResponseHeaders headers)
    {
        var now = time.GetUtcNow();
        var reset = Number(headers, "X-RateLimit-Reset") is { } seconds ? FromEpoch(seconds) : null;
        if (status is HttpStatusCode.TooManyRequests)
        {
            var until = RetryAfter(headers, now) ?? reset ?? now + DefaultWindow;
            Keep(key, 0, until < now + LeastWait ? now + LeastWait : until, headers, now);
        }
        else if (Number(headers, "X-RateLimit-Remaining") is { } remaining && reset is { } at)
        {
            Keep(key, remaining, at, headers, now);
        }
    }

    /// <summary>Notes that a call waits for the next window.</summary>
    public void Waited(HiBobBudgetKey key)
    {
        var now = time.GetUtcNow();
        while (budgets.TryGetValue(key, out var budget) && !budgets.TryUpdate(key, budget with { WaitedAt = now }, budget))
        {
        }
    }

    /// <summary>What is known of a service user's budgets.</summary>
    public IReadOnlyList<SourceBudget> BudgetsOf(string host, string userId) =>
        [.. budgets.Where(pair => pair.Key.Host == host && pair.Key.UserId == userId)
            .Select(pair => new SourceBudget(
                pair.Key.Endpoint, pair.Value.Limit, Math.Max(0, pair.Value.Remaining), pair.Value.Reset, pair.Value.SeenAt, pair.Value.WaitedAt))
            .OrderBy(budget => budget.Endpoint, StringComparer.Ordinal)];

    private void Keep(HiBobBudgetKey key, long remaining, DateTimeOffset reset, HttpResponseHeaders headers, DateTimeOffset now)
    {
        var limit = Number(headers, "X-RateLimit-Limit");
        budgets.AddOrUpdate(
            key,
            _ => new Budget(limit, remaining, reset, now, WaitedAt: null),
            (_, last) => new Budget(limit ?? last.Limit, remaining, reset, now, last.WaitedAt));
    }

    /// <summary>What <c>Retry-After</c> says; HiBob does not document it, and something in between may send it.</summary>
    public static DateTimeOffset? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now) => headers.RetryAfter switch
    {
        { Delta: { } delta } => now + delta,
        { Date: { } date } => date,
        _ => null,
    };

    private static long? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && long.TryParse(values.First(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static DateTimeOffset? FromEpoch(long seconds) =>
        seconds is >= 0 and <= 253402300799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>What is left until when.</summary>
    private sealed record Budget(long? Limit, long Remaining, DateTimeOffset Reset, DateTimeOffset SeenAt, DateTimeOffset? WaitedAt);
}
