namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>Somebody who was found by name.</summary>
/// <param name="EmployeeId">The HR system's id.</param>
/// <param name="Name">The display name, or what there is instead.</param>
/// <param name="Detail">What tells people of one name apart.</param>
internal sealed record PersonFound(string EmployeeId, string Name, string Detail);
