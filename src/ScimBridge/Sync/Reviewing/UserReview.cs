using ScimBridge.Mapping.Explaining;

namespace ScimBridge.Sync.Reviewing;

/// <summary>Why a user is as it is.</summary>
/// <param name="UserId">The SCIM id.</param>
/// <param name="EmployeeId">The HR system's id.</param>
/// <param name="Attributes">Every attribute with its source, its rule, and the run that changed it last.</param>
/// <param name="Active">Why the user is active or not.</param>
/// <param name="Missing">Since when the HR system no longer returns the person; null while it does.</param>
/// <param name="Groups">Why the user is in each group.</param>
internal sealed record UserReview(
    string UserId,
    string EmployeeId,
    IReadOnlyList<ExplainedAttribute> Attributes,
    ActiveExplanation Active,
    DateTimeOffset? Missing,
    IReadOnlyList<GroupExplanation> Groups);
