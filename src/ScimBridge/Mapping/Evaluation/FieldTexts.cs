using System.Text.Json;
using ScimBridge.Employees;
using ScimBridge.Mapping.Rules;

namespace ScimBridge.Mapping.Evaluation;

/// <summary>What a field of an employee says, as texts: one for most fields, one an item for a list of items.</summary>
internal static class FieldTexts
{
    private static readonly string[] NameMembers = ["displayName", "name", "id"];
    private static readonly string[] IdMembers = ["id"];

    /// <summary>The texts of a field; none when it has no value.</summary>
    /// <param name="value">The field.</param>
    /// <param name="form">What to take of items and people; null for the name, else the identifier.</param>
    public static IReadOnlyList<string> Of(FieldValue value, ItemForm? form)
    {
        if (value is not { State: FieldState.Present, Json: { } json } || FieldValues.IsTooLong(value))
        {
            return [];
        }

        if (json[0] == '[')
        {
            return form is ItemForm.Id ? Raw(json, IdMembers)
                : value.ItemNames is not null ? NamesOf(FieldValues.Items(value), form)
                : NamesOfItems(json, value.Text, form);
        }

        if (form is not ItemForm.Id && CleanText.Of(value.Text) is { } text)
        {
            return [text];
        }

        var raw = Raw(json, form is ItemForm.Id ? IdMembers : NameMembers);
        return form is ItemForm.Name ? [.. raw.Where(IsName)] : raw;
    }

    /// <summary>All that a condition may compare a field with: identifiers and names.</summary>
    public static IEnumerable<string> Comparable(FieldValue value) => Of(value, ItemForm.Id).Concat(Of(value, null));

    private static IReadOnlyList<string> NamesOf(IReadOnlyList<NamedItem> items, ItemForm? form) =>
        [.. items.Select(item => CleanText.Of(item.Name) ?? (form is ItemForm.Name ? null : item.Id)).OfType<string>()];

    // HiBob gives the names of several items as one text with commas between, which names can hold too.
    private static IReadOnlyList<string> NamesOfItems(string json, string? text, ItemForm? form)
    {
        var items = Raw(json, NameMembers);
        if (CleanText.Of(text) is { } names)
        {
            IReadOnlyList<string> parts = items.Count == 1 ? [names] : [.. names.Split(',').Select(CleanText.Of).OfType<string>()];
            if (parts.Count == items.Count)
            {
                return parts;
            }
        }

        return form is ItemForm.Name ? [.. items.Where(IsName)] : items;
    }

    private static bool IsName(string text) => text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static IReadOnlyList<string> Raw(string json, string[] members)
    {
        if (json[0] is not ('"' or '[' or '{'))
        {
            return json == "null" ? [] : [json];
        }

        if (json[0] == '"' && !json.Contains('\\', StringComparison.Ordinal))
        {
            return CleanText.Of(json[1..^1]) is { } plain ? [plain] : [];
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind is JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Select(item => Raw(item, members)).OfType<string>()]
            : Raw(document.RootElement, members) is { } text ? [text] : [];
    }

    private static string? Raw(JsonElement element, string[] members) => element.ValueKind switch
    {
        JsonValueKind.String => CleanText.Of(element.GetString()),
        JsonValueKind.Object => members
            .Select(member => element.TryGetProperty(member, out var value) && value.ValueKind is not JsonValueKind.Object ? Raw(value, members) : null)
            .FirstOrDefault(text => text is not null),
        JsonValueKind.Null or JsonValueKind.Array or JsonValueKind.Undefined => null,
        _ => element.GetRawText(),
    };
}
