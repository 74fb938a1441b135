namespace ScimBridge.Employees;

/// <summary>What a directory needs to read beyond what every directory does.</summary>
/// <param name="Fields">The ids of further fields, such as custom ones that its rules name.</param>
/// <param name="CatalogueFields">The ids of the fields whose lists groups are made from.</param>
internal sealed record ReadRequest(IReadOnlyList<string> Fields, IReadOnlyList<string> CatalogueFields);
