using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Filtering;

/// <summary>A literal in the type of the attribute it is compared with; <see cref="Type"/> says which property counts.</summary>
/// <param name="Type">The attribute's type; never complex.</param>
public sealed record BoundValue(AttributeType Type)
{
    /// <summary>String, reference and binary: the text as the client wrote it. A dateTime keeps its text too.</summary>
    public string Text { get; init; } = "";

    /// <summary>What text is compared by: the <see cref="ComparisonKey"/> where the attribute ignores case, else <see cref="Text"/>.</summary>
    public string Key { get; init; } = "";

    /// <summary>DateTime: the instant, in UTC; below 100 nanoseconds it is cut off.</summary>
    public DateTime Instant { get; init; }

    /// <summary>Boolean: the value.</summary>
    public bool Flag { get; init; }

    /// <summary>Integer and decimal: the value.</summary>
    public decimal Number { get; init; }
}
