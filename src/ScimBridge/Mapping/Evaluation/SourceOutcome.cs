using ScimBridge.Mapping.Rules;

namespace ScimBridge.Mapping.Evaluation;

/// <summary>What a source makes of an employee.</summary>
/// <param name="Values">The values; several only of a list of items.</param>
/// <param name="Refused">The transform that refused a value; null when none did.</param>
internal readonly record struct SourceOutcome(IReadOnlyList<string> Values, TransformKind? Refused)
{
    /// <summary>No value.</summary>
    public static SourceOutcome Nothing { get; } = new([], null);

    /// <summary>The value as one text; null when there is none.</summary>
    public string? Text => Values.Count switch
    {
        0 => null,
        1 => CleanText.Of(Values[0]),
        _ => CleanText.Of(string.Join(", ", Values)),
    };
}
