namespace ScimBridge.HiBobSimulator.Api;

/// <summary>Blocks callers who go on being refused: an address for its 401s, credentials for their 401s or 403s.</summary>
internal sealed class Firewall(SimulatorTraffic traffic, TimeProvider timeProvider)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Block = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly Dictionary<(string Caller, int Status), Queue<DateTimeOffset>> refusals = [];
    private readonly Dictionary<string, DateTimeOffset> blocked = new(StringComparer.Ordinal);

    public bool Blocks(HttpContext context)
    {
        var now = timeProvider.GetUtcNow();
        lock (gate)
        {
            if (!traffic.Firewall)
            {
                refusals.Clear();
                blocked.Clear();
                return false;
            }

            return IsBlocked(Address(context), now) || IsBlocked(Credentials(context), now);
        }
    }

    public async Task AnswerAsync(HttpContext context)
    {
        if (traffic.FirewallStatus == 0)
        {
            context.Abort();
            return;
        }

        await HiBobReply.HtmlAsync(context, traffic.FirewallStatus, "<html><body>Request blocked</body></html>");
    }

    public void Note(HttpContext context)
    {
        var status = context.Response.StatusCode;
        if (!traffic.Firewall || status is not (StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden))
        {
            return;
        }

        lock (gate)
        {
            if (status == StatusCodes.Status401Unauthorized)
            {
                Count(Address(context), status);
            }

            Count(Credentials(context), status);
        }
    }

    private static string Address(HttpContext context) => $"ip {context.Connection.RemoteIpAddress}";

    private static string? Credentials(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is { Length: > 0 } value ? $"authorization {value}" : null;

    private bool IsBlocked(string? caller, DateTimeOffset now) => caller is not null && blocked.TryGetValue(caller, out var until) && now < until;

    private void Count(string? caller, int status)
    {
        if (caller is null)
        {
            return;
        }

        if (!refusals.TryGetValue((caller, status), out var times))
        {
            refusals[(caller, status)] = times = new Queue<DateTimeOffset>();
        }

        var now = timeProvider.GetUtcNow();
        times.Enqueue(now);
        while (times.Peek() <= now - Window)
        {
            times.Dequeue();
        }

        if (times.Count >= traffic.FirewallThreshold)
        {
            blocked[caller] = now + Block;
            times.Clear();
        }
    }
}
