namespace ScimBridge.Employees;

/// <summary>An item of one of the HR system's lists that groups are made from.</summary>
/// <param name="Field">The id of the field whose list it is from.</param>
/// <param name="Id">The item's identifier.</param>
/// <param name="Name">The item's name.</param>
/// <param name="Path">The names from the root of a nested list down to and with this item.</param>
/// <param name="Ancestors">The identifiers of the items above it in a nested list, from the root down.</param>
/// <param name="Archived">Whether the HR system no longer offers the item, though people may still hold it.</param>
internal sealed record CatalogueItem(
    string Field, string Id, string Name, IReadOnlyList<string> Path, IReadOnlyList<string> Ancestors, bool Archived);
