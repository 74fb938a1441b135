namespace ScimBridge.Protocol.Filtering;

/// <summary>A literal as written; which of the properties counts depends on <see cref="Kind"/>.</summary>
public sealed record ComparisonValue
{
    private ComparisonValue(ComparisonValueKind kind) => Kind = kind;

    /// <summary>The literal null.</summary>
    public static ComparisonValue Null { get; } = new(ComparisonValueKind.Null);

    /// <summary>What the literal is.</summary>
    public ComparisonValueKind Kind { get; }

    /// <summary>A string's text, its escapes resolved; else empty. Never holds U+0000 or a lone surrogate when it comes from a parser.</summary>
    public string Text { get; private init; } = "";

    /// <summary>A number's value, else 0.</summary>
    public decimal Number { get; private init; }

    /// <summary>A boolean's value, else false.</summary>
    public bool Flag { get; private init; }

    /// <summary>A string.</summary>
    public static ComparisonValue Of(string text) => new(ComparisonValueKind.String) { Text = text };

    /// <summary>A number.</summary>
    public static ComparisonValue Of(decimal number) => new(ComparisonValueKind.Number) { Number = number };

    /// <summary>A boolean.</summary>
    public static ComparisonValue Of(bool flag) => new(ComparisonValueKind.Boolean) { Flag = flag };
}
