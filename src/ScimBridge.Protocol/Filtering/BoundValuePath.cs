using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Filtering;

/// <summary>Conditions on single values of a complex attribute.</summary>
/// <param name="Attribute">The complex attribute; its <see cref="ResolvedAttribute.SubAttribute"/> is null. Multi-valued or not.</param>
/// <param name="Filter">What one value must meet; every attribute in it is <paramref name="Attribute"/> with a sub-attribute.</param>
/// <param name="Then">
/// A <see cref="BoundComparison"/> or <see cref="BoundPresence"/>, or one in a <see cref="BoundNot"/>, on the values that meet
/// <paramref name="Filter"/>, as if the attribute had no others; so <c>emails[type eq "x"].value ne "y"</c> holds where no value
/// has that type. Null: it is enough that one value meets the filter.
/// </param>
public sealed record BoundValuePath(ResolvedAttribute Attribute, BoundFilter Filter, BoundFilter? Then) : BoundFilter;
