using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Filtering;

/// <summary>Whether an attribute has a value: text that is not empty, any boolean, number or date, a complex value with something in it.</summary>
/// <param name="Attribute">The attribute; may be complex.</param>
public sealed record BoundPresence(ResolvedAttribute Attribute) : BoundFilter;
