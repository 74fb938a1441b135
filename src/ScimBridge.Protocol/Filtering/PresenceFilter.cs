using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Filtering;

/// <summary>Whether an attribute has a value that is not empty: <c>title pr</c>.</summary>
/// <param name="Path">The attribute; in brackets a sub-attribute of the attribute before them.</param>
public sealed record PresenceFilter(AttributePath Path) : FilterExpression
{
    /// <summary>Where the attribute stands.</summary>
    public FilterPosition At { get; init; }
}
