using ScimBridge.Employees;

namespace ScimBridge.Mapping;

/// <summary>What the directory's rules make of one person, as far as it decides about others too.</summary>
internal sealed record PersonAssessment
{
    /// <summary>Whether the person is a user, and an active one.</summary>
    public required PersonStanding Standing { get; init; }

    /// <summary>Why: a fixed code of <see cref="StandingReasons"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>The userName asked for; null for a person who has nothing to make one of.</summary>
    public required string? UserName { get; init; }

    /// <summary>The SCIM displayName.</summary>
    public required string? DisplayName { get; init; }

    /// <summary>Whether the employment has ended.</summary>
    public required bool Terminated { get; init; }

    /// <summary>When the HR system made the record.</summary>
    public required DateTime? CreatedInSource { get; init; }

    /// <summary>The person's manager.</summary>
    public required EmployeeReference? Manager { get; init; }

    /// <summary>The groups the person belongs to while a member at all.</summary>
    public required IReadOnlyList<HeldGroup> Groups { get; init; }

    /// <summary>Whether the person is outside the directory's scope: becomes no new user, and one who is stored goes as <see cref="DirectoryMapping.DeleteOutOfScopeAfterDays"/> says.</summary>
    public bool OutOfScope { get; init; }

    /// <summary>What was odd about the person's values.</summary>
    public IReadOnlyList<SourceIssue> Issues { get; init; } = [];
}
