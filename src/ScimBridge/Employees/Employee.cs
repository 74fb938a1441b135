namespace ScimBridge.Employees;

/// <summary>A person as any HR system describes one. Null means that the person has no such value, or that it was never known.</summary>
/// <remarks>Made by an <see cref="IEmployeeSource"/> from <see cref="EmployeeFields"/>; nothing behind it knows which HR system it was.</remarks>
internal sealed record Employee
{
    /// <summary>The HR system's immutable identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The work e-mail address, which is also the sign-in; it may change.</summary>
    public string? WorkEmail { get; init; }

    /// <summary>The given name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The middle name or names.</summary>
    public string? MiddleName { get; init; }

    /// <summary>The family name.</summary>
    public string? Surname { get; init; }

    /// <summary>The name the person chose to be shown by.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The full name as the HR system composes it.</summary>
    public string? FullName { get; init; }

    /// <summary>The prefix before the name, such as "Dr.".</summary>
    public string? HonorificPrefix { get; init; }

    /// <summary>The job title, in words.</summary>
    public string? JobTitle { get; init; }

    /// <summary>The number the organization gave the person.</summary>
    public string? EmployeeNumber { get; init; }

    /// <summary>The department.</summary>
    public NamedItem? Department { get; init; }

    /// <summary>The site where the person works.</summary>
    public NamedItem? Site { get; init; }

    /// <summary>The employment type, such as permanent or temporary.</summary>
    public NamedItem? EmploymentType { get; init; }

    /// <summary>The contract, such as full time or part time.</summary>
    public NamedItem? Contract { get; init; }

    /// <summary>The legal employer.</summary>
    public NamedItem? LegalEmployer { get; init; }

    /// <summary>The person's manager, who need not be among those read.</summary>
    public EmployeeReference? Manager { get; init; }

    /// <summary>Whether anybody reports to the person.</summary>
    public bool? IsManager { get; init; }

    /// <summary>The work telephone number as entered.</summary>
    public string? WorkPhone { get; init; }

    /// <summary>The work mobile number as entered.</summary>
    public string? WorkMobile { get; init; }

    /// <summary>The address of the site.</summary>
    public PostalAddress? WorkAddress { get; init; }

    /// <summary>The home address.</summary>
    public PostalAddress? HomeAddress { get; init; }

    /// <summary>The first day of employment.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The day on which the employment ends; may lie ahead, and is then no termination yet.</summary>
    public DateOnly? TerminationDate { get; init; }

    /// <summary>The last day at work.</summary>
    public DateOnly? LastDayOfWork { get; init; }

    /// <summary>The employment's state; null when the HR system leaves it empty.</summary>
    public LifecycleStatus? Lifecycle { get; init; }

    /// <summary>The employment's state in the HR system's own words.</summary>
    public string? LifecycleText { get; init; }

    /// <summary>Whether the person has access to the HR system; null when it leaves this empty.</summary>
    public bool? HasAccess { get; init; }

    /// <summary>The same in the HR system's own words.</summary>
    public string? AccessText { get; init; }

    /// <summary>When the HR system made the record, to its own clock; only good for telling the newer of two records.</summary>
    public DateTime? CreatedInSource { get; init; }
}
