namespace ScimBridge.HiBobSimulator;

/// <summary>The faults that are armed. A request is struck by every fault that fits it, and the first that ends the request wins.</summary>
public sealed class SimulatorFaults
{
    private readonly Lock gate = new();
    private readonly List<ArmedFault> armed = [];

    /// <summary>The faults that are still armed.</summary>
    public IReadOnlyList<SimulatorFault> Armed
    {
        get
        {
            lock (gate)
            {
                return [.. armed.Select(entry => entry.Fault)];
            }
        }
    }

    /// <summary>Arms a fault beside those that are armed already.</summary>
    public void Add(SimulatorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (gate)
        {
            armed.Add(new ArmedFault(fault));
        }
    }

    /// <summary>Disarms every fault.</summary>
    public void Clear()
    {
        lock (gate)
        {
            armed.Clear();
        }
    }

    internal IReadOnlyList<SimulatorFault> Take(SimulatorEndpoint endpoint)
    {
        lock (gate)
        {
            if (armed.Count == 0)
            {
                return [];
            }

            var struck = armed
                .Where(entry => (entry.Fault.Endpoint ?? endpoint) == endpoint)
                .Where(entry => entry.Strike())
                .Select(entry => entry.Fault)
                .ToArray();
            armed.RemoveAll(entry => entry.IsSpent);
            return struck;
        }
    }
}
