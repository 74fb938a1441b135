namespace ScimBridge.Storage.Filtering;

/// <summary>The values that a test looks at: one expression that may be NULL, or rows.</summary>
/// <param name="Value">The expression of a value.</param>
/// <param name="Rows">The rows with one value each; null when the expression stands for itself.</param>
/// <param name="Where">Which of the rows.</param>
internal sealed record SqlLeaf(string Value, string? Rows = null, string Where = "TRUE")
{
    /// <summary>That there is a value for which <paramref name="condition"/> holds.</summary>
    public string Any(string condition) => Rows is null
        ? condition
        : $"EXISTS (SELECT 1 FROM {Rows} WHERE {Where} AND {condition})";

    /// <summary>That there is a value.</summary>
    public string Exists => Any($"{Value} IS NOT NULL");
}
