namespace ScimBridge.Employees;

/// <summary>An item of a list in the HR system: a department, a site, an employment type.</summary>
/// <param name="Id">The HR system's identifier of the item, stable through renames.</param>
/// <param name="Name">The item's name; null when only the identifier is known.</param>
internal sealed record NamedItem(string Id, string? Name);
