using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>The states of an employment and of the access to HiBob, whose machine spelling varies.</summary>
internal static class HiBobLifecycle
{
    /// <summary>The employment's state; null when HiBob leaves it empty or did not mention it.</summary>
    /// <exception cref="EmployeeRejectedException">It is none that is known and no leave: never taken for a termination.</exception>
    public static LifecycleStatus? Read(EmployeeFields fields)
    {
        var value = fields[HiBobFieldIds.LifecycleStatus];
        if (value.State is not FieldState.Present)
        {
            return null;
        }

        var (machine, text) = (Normalize(HiBobValue.Scalar(value)), Normalize(value.Text));
        return Known(machine) ?? Known(text) ?? Leave(machine) ?? Leave(text)
            ?? throw new EmployeeRejectedException(HiBobIssues.UnknownLifecycle(fields.EmployeeId));
    }

    /// <summary>Whether the person has access to HiBob; null when that can't be told.</summary>
    public static bool? Access(EmployeeFields fields)
    {
        var value = fields[HiBobFieldIds.AccessStatus];
        return Access(Normalize(HiBobValue.Scalar(value))) ?? Access(Normalize(value.Text));
    }

    private static bool? Access(string status) => status switch
    {
        "ACTIVE" => true,
        "INACTIVE" => false,
        _ => null,
    };

    private static LifecycleStatus? Known(string status) => status switch
    {
        "HIRED" => LifecycleStatus.Hired,
        "EMPLOYED" => LifecycleStatus.Employed,
        "LEAVE" or "PARENTALLEAVE" => LifecycleStatus.Leave,
        "GARDENLEAVE" => LifecycleStatus.GardenLeave,
        "TERMINATED" => LifecycleStatus.Terminated,
        _ => null,
    };

    private static LifecycleStatus? Leave(string status) =>
        status.Contains("LEAVE", StringComparison.Ordinal) ? LifecycleStatus.Leave : null;

    private static string Normalize(string? status) =>
        new([.. (status ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '_')).Select(char.ToUpperInvariant)]);
}
