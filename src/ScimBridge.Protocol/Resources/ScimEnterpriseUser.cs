namespace ScimBridge.Protocol.Resources;

/// <summary>The enterprise extension's attributes (RFC 7643 section 4.3).</summary>
public sealed record ScimEnterpriseUser
{
    /// <summary>The number the organization gave the employee.</summary>
    public string? EmployeeNumber { get; init; }

    /// <summary>The cost centre.</summary>
    public string? CostCenter { get; init; }

    /// <summary>The organization.</summary>
    public string? Organization { get; init; }

    /// <summary>The division.</summary>
    public string? Division { get; init; }

    /// <summary>The department.</summary>
    public string? Department { get; init; }

    /// <summary>The manager.</summary>
    public ScimManager? Manager { get; init; }
}
