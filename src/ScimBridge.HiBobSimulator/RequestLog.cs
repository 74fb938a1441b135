namespace ScimBridge.HiBobSimulator;

/// <summary>The last requests to HiBob's endpoints, and how many there were. Control requests are not in it.</summary>
public sealed class RequestLog
{
    private const int Kept = 10_000;

    private readonly Lock gate = new();
    private readonly Queue<LoggedRequest> entries = new();
    private readonly Dictionary<SimulatorEndpoint, int> counts = [];

    /// <summary>The last 10,000 requests, oldest first.</summary>
    public IReadOnlyList<LoggedRequest> Entries
    {
        get
        {
            lock (gate)
            {
                return [.. entries];
            }
        }
    }

    /// <summary>How many requests there were.</summary>
    public int Total
    {
        get
        {
            lock (gate)
            {
                return counts.Values.Sum();
            }
        }
    }

    /// <summary>How many requests an endpoint had.</summary>
    public int Count(SimulatorEndpoint endpoint)
    {
        lock (gate)
        {
            return counts.GetValueOrDefault(endpoint);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (gate)
        {
            entries.Clear();
            counts.Clear();
        }
    }

    internal void Add(LoggedRequest request)
    {
        lock (gate)
        {
            counts[request.Endpoint] = counts.GetValueOrDefault(request.Endpoint) + 1;
            entries.Enqueue(request);
            if (entries.Count > Kept)
            {
                entries.Dequeue();
            }
        }
    }
}
