namespace ScimBridge.HiBobSimulator.Generation;

/// <summary>An office, who works there, and how people around it live.</summary>
internal sealed record SitePlan(
    Site Site,
    int Weight,
    Culture Local,
    long EmployerId,
    string WorkPhone,
    string Mobile,
    string PostalCode,
    string? HomeState,
    string[] Cities,
    string[] Streets,
    bool NumberFirst = false);
