namespace ScimBridge.Employees;

/// <summary>One field of one person as read.</summary>
/// <param name="State">Whether the field was mentioned, and had a value.</param>
/// <param name="Json">The machine value as compact JSON text when present, such as <c>"263100417"</c> with its quotes, or <c>true</c>.</param>
/// <param name="Text">What the value means to a person, such as a list item's name; null where the value needs no translation.</param>
internal readonly record struct FieldValue(FieldState State, string? Json, string? Text)
{
    /// <summary>A field that was not mentioned.</summary>
    public static FieldValue Absent => default;

    /// <summary>A field that was said to have no value.</summary>
    public static FieldValue Empty => new(FieldState.Empty, null, null);

    /// <summary>A field with a value.</summary>
    public static FieldValue Present(string json, string? text = null) => new(FieldState.Present, json, text);
}
