namespace ScimBridge.Employees;

/// <summary>One field of one person as read.</summary>
/// <param name="State">Whether the field was mentioned, and had a value.</param>
/// <param name="Json">The machine value as compact JSON text when present, such as <c>"263100417"</c> with its quotes, or <c>true</c>.</param>
/// <param name="Text">What the value means to a person, such as a list item's name; null where the value needs no translation.</param>
/// <param name="ItemNames">
/// Of several list items their names as a compact JSON array, in the order of the items and with null for a name that is not
/// known; null for any other value. Kept as text, so that equal values are equal. <see cref="FieldValues.Items"/> reads it.
/// </param>
internal readonly record struct FieldValue(FieldState State, string? Json, string? Text, string? ItemNames = null)
{
    /// <summary>A field that was not mentioned.</summary>
    public static FieldValue Absent => default;

    /// <summary>A field that was said to have no value.</summary>
    public static FieldValue Empty => new(FieldState.Empty, null, null);

    /// <summary>A field with a value.</summary>
    public static FieldValue Present(string json, string? text = null, string? itemNames = null) =>
        new(FieldState.Present, json, text, itemNames);
}
