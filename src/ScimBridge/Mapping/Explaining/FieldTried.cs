using System.Text.Json.Serialization;
using ScimBridge.Employees;
using ScimBridge.Protocol.Json;

namespace ScimBridge.Mapping.Explaining;

/// <summary>A field that was looked at to find a value.</summary>
/// <param name="Field">The field's id.</param>
/// <param name="State">Whether the HR system mentioned it, and had a value.</param>
/// <param name="Value">The machine value as compact JSON.</param>
/// <param name="Text">What the value means to a person.</param>
internal sealed record FieldTried(
    string Field, FieldState State, [property: JsonConverter(typeof(JsonTextConverter))] string? Value, string? Text)
{
    /// <summary>Whether the attribute's value was made of it.</summary>
    public bool Won { get; init; }

    /// <summary>A field as read.</summary>
    public static FieldTried Of(string field, FieldValue value) => new(field, value.State, value.Json, value.Text);
}
