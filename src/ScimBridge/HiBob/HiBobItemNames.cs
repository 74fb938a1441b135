using System.Text.Encodings.Web;
using System.Text.Json;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>The names of the items of a multi-list, whose display text joins them with commas.</summary>
internal static class HiBobItemNames
{
    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The name of each item: the list's, that in the display text, the item itself unless it is a bare number.</summary>
    public static IReadOnlyList<string?> Of(string json, string? display, HiBobNamedList? list)
    {
        using var document = JsonDocument.Parse(json);
        var items = document.RootElement.EnumerateArray().Select(item => FieldValues.Scalar(item.GetRawText())).ToArray();

        var shown = Parts(display, items.Length);
        return [.. items.Select((item, index) => item is null ? null : list?.NameOf(item) ?? Shown(shown[index], item))];
    }

    /// <summary>The names as the JSON that is kept.</summary>
    public static string Write(IReadOnlyList<string?> names) => JsonSerializer.Serialize(names, Writing);

    // As many parts as items means that no name has a comma in it.
    private static string?[] Parts(string? display, int items)
    {
        if (items == 1)
        {
            return [display];
        }

        var parts = display?.Split(',', StringSplitOptions.TrimEntries);
        return parts?.Length == items ? parts : new string?[items];
    }

    private static string? Shown(string? text, string item)
    {
        var isNumber = FieldValues.AllDigits(item);
        return string.IsNullOrEmpty(text) || (isNumber && string.Equals(text, item, StringComparison.Ordinal)) ? (isNumber ? null : item) : text;
    }
}
