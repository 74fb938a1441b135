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

        return Find(FieldValues.Scalar(value), value.Text)
            ?? throw new EmployeeRejectedException(HiBobIssues.UnknownLifecycle(fields.EmployeeId));
    }

    /// <summary>The state that a machine value or its display text names; null when it is none that is known and no leave.</summary>
    public static LifecycleStatus? Find(string? machineText, string? displayText)
    {
        var (machine, display) = (Normalize(machineText), Normalize(displayText));
        return Known(machine) ?? Known(display) ?? Leave(machine) ?? Leave(display);
    }

    /// <summary>The word that counts of people use for a state.</summary>
    public static string Word(LifecycleStatus? status) => status switch
    {
        LifecycleStatus.Hired => "hired",
        LifecycleStatus.Employed => "employed",
        LifecycleStatus.Leave => "leave",
        LifecycleStatus.GardenLeave => "garden leave",
        LifecycleStatus.Terminated => "terminated",
        _ => "other",
    };

    /// <summary>Whether the person has access to HiBob; null when that can't be told.</summary>
    public static bool? Access(EmployeeFields fields)
    {
        var value = fields[HiBobFieldIds.AccessStatus];
        return Access(Normalize(FieldValues.Scalar(value))) ?? Access(Normalize(value.Text));
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
