using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Filtering;

/// <summary>Conditions that one value of a complex attribute must meet together, such as <c>emails[type eq "work" and value co "@x"]</c>.</summary>
/// <param name="Path">The complex attribute.</param>
/// <param name="Filter">What is in the brackets; its paths name sub-attributes.</param>
/// <param name="Then">
/// What follows the brackets, as in <c>emails[type eq "work"].value eq "x"</c>: a <see cref="ComparisonFilter"/> or
/// <see cref="PresenceFilter"/> whose path names a sub-attribute of the values that the brackets pick. Null without one.
/// </param>
public sealed record ValuePathFilter(AttributePath Path, FilterExpression Filter, FilterExpression? Then) : FilterExpression
{
    /// <summary>Where the attribute stands.</summary>
    public FilterPosition At { get; init; }
}
