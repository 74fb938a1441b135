namespace ScimBridge.Mapping.Rules;

/// <summary>Where a value comes from: exactly one of a field, the first of several sources that has a value, a constant, or a template.</summary>
internal sealed record ValueSource
{
    /// <summary>The id of a field of the HR system.</summary>
    public string? Field { get; init; }

    /// <summary>With <see cref="Field"/>, what to take of a list item or another employee.</summary>
    public ItemForm? As { get; init; }

    /// <summary>Sources to be tried in this order.</summary>
    public IReadOnlyList<ValueSource>? First { get; init; }

    /// <summary>A text that is the same for everybody.</summary>
    public string? Constant { get; init; }

    /// <summary>A text with ids of fields in braces.</summary>
    public string? Template { get; init; }

    /// <summary>What is done to the value, in this order.</summary>
    public IReadOnlyList<Transform>? Transforms { get; init; }
}
