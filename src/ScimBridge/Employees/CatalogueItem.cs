namespace ScimBridge.Employees;

/// <summary>An item of one of the HR system's lists that groups are made from.</summary>
/// <param name="Source">Which kind of group it makes.</param>
/// <param name="Id">The item's identifier.</param>
/// <param name="Name">The item's name.</param>
/// <param name="Path">The names from the root of a nested list down to and with this item.</param>
/// <param name="Archived">Whether the HR system no longer offers the item, though people may still hold it.</param>
internal sealed record CatalogueItem(GroupSource Source, string Id, string Name, IReadOnlyList<string> Path, bool Archived);
