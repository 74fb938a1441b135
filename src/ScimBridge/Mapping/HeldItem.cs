using ScimBridge.Employees;

namespace ScimBridge.Mapping;

/// <summary>A list item as somebody holds it.</summary>
/// <param name="Source">Which kind of group the item makes.</param>
/// <param name="Item">The item.</param>
internal readonly record struct HeldItem(GroupSource Source, NamedItem Item);
