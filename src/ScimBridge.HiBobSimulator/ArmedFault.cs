namespace ScimBridge.HiBobSimulator;

/// <summary>A fault with its counters.</summary>
internal sealed class ArmedFault(SimulatorFault fault)
{
    private int skip = fault.Skip;
    private int? left = fault.Times;

    public SimulatorFault Fault => fault;

    public bool IsSpent => left <= 0;

    public bool Strike()
    {
        if (skip > 0)
        {
            skip--;
            return false;
        }

        if (left <= 0)
        {
            return false;
        }

        left--;
        return true;
    }
}
