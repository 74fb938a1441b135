namespace ScimBridge.HiBob;

/// <summary>An item of a named list.</summary>
/// <param name="Id">Its id; text equal to the name for items as old as the company, digits for later ones.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">The names from the root of the tree down to and with this item.</param>
/// <param name="Ancestors">The ids of the items above it, from the root of the tree down.</param>
/// <param name="Archived">Whether it can't be chosen any more.</param>
internal sealed record HiBobListItem(string Id, string Name, IReadOnlyList<string> Path, IReadOnlyList<string> Ancestors, bool Archived);
