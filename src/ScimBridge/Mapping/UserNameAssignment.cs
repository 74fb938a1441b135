using ScimBridge.Employees;

namespace ScimBridge.Mapping;

/// <summary>Everybody's userName.</summary>
/// <param name="UserNames">The userName of each person by the HR system's identifier.</param>
/// <param name="Issues">Who did not get the name asked for, in ordinal order of the identifiers.</param>
internal sealed record UserNameAssignment(IReadOnlyDictionary<string, string> UserNames, IReadOnlyList<SourceIssue> Issues);
