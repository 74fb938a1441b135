using ScimBridge.Employees;

namespace ScimBridge.Mapping.Explaining;

/// <summary>Why a user's resource says what it says.</summary>
internal sealed record UserExplanation
{
    /// <summary>Every attribute that has a value, in the order of the resource, and then those that a rule left without one.</summary>
    public required IReadOnlyList<AttributeExplanation> Attributes { get; init; }

    /// <summary>Why the user is active or not.</summary>
    public required ActiveExplanation Active { get; init; }

    /// <summary>Why the user is in each group.</summary>
    public required IReadOnlyList<GroupExplanation> Groups { get; init; }

    /// <summary>What was odd about the person's values.</summary>
    public required IReadOnlyList<SourceIssue> Issues { get; init; }
}
