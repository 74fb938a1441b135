namespace ScimBridge.HiBobSimulator;

/// <summary>Changes that happen between two requests of a client, such as somebody who vanishes after the list of ids was read.</summary>
public sealed class SimulatorScript
{
    private readonly Lock gate = new();
    private readonly List<(SimulatorEndpoint Endpoint, int Left, Action<Company> Change)> lines = [];

    /// <summary>How many changes have not happened yet.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return lines.Count;
            }
        }
    }

    /// <summary>Makes a change right before an endpoint answers, after so many more requests to it have passed; it happens once.</summary>
    public void Before(SimulatorEndpoint endpoint, int skip, Action<Company> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        lock (gate)
        {
            lines.Add((endpoint, skip, change));
        }
    }

    /// <summary>Forgets what has not happened yet.</summary>
    public void Clear()
    {
        lock (gate)
        {
            lines.Clear();
        }
    }

    internal void Run(SimulatorEndpoint endpoint, Company company)
    {
        var due = new List<Action<Company>>();
        lock (gate)
        {
            for (var index = lines.Count - 1; index >= 0; index--)
            {
                if (lines[index].Endpoint != endpoint)
                {
                    continue;
                }

                if (lines[index].Left > 0)
                {
                    lines[index] = lines[index] with { Left = lines[index].Left - 1 };
                    continue;
                }

                due.Insert(0, lines[index].Change);
                lines.RemoveAt(index);
            }
        }

        foreach (var change in due)
        {
            change(company);
        }
    }
}
