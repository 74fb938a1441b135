using System.Globalization;
using System.Text.Json;

namespace ScimBridge.Employees;

/// <summary>What the values of fields say. What is not in the machine format is nothing, never a guess.</summary>
internal static class FieldValues
{
    /// <summary>The longest text that is used, in characters; a longer one is left out, since no directory can have meant it.</summary>
    public const int LongestText = 1000;

    private static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd"];

    /// <summary>A field's text or number: trimmed; null when it is neither, blank or too long.</summary>
    public static string? Scalar(FieldValue value) => value.State is FieldState.Present ? Short(Scalar(value.Json)) : null;

    /// <summary>The same of kept JSON, whatever its length.</summary>
    public static string? Scalar(string? json)
    {
        if (json is null || json.Length == 0)
        {
            return null;
        }

        var text = json[0] switch
        {
            '"' when !json.Contains('\\', StringComparison.Ordinal) => json[1..^1].Trim(),
            '"' => JsonSerializer.Deserialize<string>(json)!.Trim(),
            '-' or (>= '0' and <= '9') => json,
            _ => "",
        };
        return text.Length == 0 ? null : text;
    }

    /// <summary>What a field says in words: the display text, or else its text or number.</summary>
    public static string? Words(FieldValue value) => Short(value.Text) ?? Scalar(value);

    /// <summary>The name of a list item; never a bare number, which is the id of an item whose name is not known.</summary>
    public static string? Name(FieldValue value) => Short(value.Text) ?? (Scalar(value) is { } raw && !AllDigits(raw) ? raw : null);

    /// <summary>The list items of a field that has one or several.</summary>
    public static IReadOnlyList<NamedItem> Items(FieldValue value)
    {
        if (value is not { State: FieldState.Present, Json: ['[', ..] })
        {
            return Scalar(value) is { } id ? [new NamedItem(id, Name(value))] : [];
        }

        using var ids = JsonDocument.Parse(value.Json);
        using var names = JsonDocument.Parse(value.ItemNames ?? "[]");
        return
        [
            .. ids.RootElement.EnumerateArray()
                .Select((item, index) => (Id: Short(Scalar(item.GetRawText())), Index: index))
                .Where(item => item.Id is not null)
                .Select(item => new NamedItem(item.Id!, NameAt(names.RootElement, item.Index) ?? (AllDigits(item.Id!) ? null : item.Id))),
        ];
    }

    /// <summary>Whom a field points to, by an object or an id; null when that can't be told, as from a display name.</summary>
    public static EmployeeReference? Person(FieldValue value)
    {
        if (value is { State: FieldState.Present, Json: ['{', ..] })
        {
            using var document = JsonDocument.Parse(value.Json);
            return Member(document.RootElement, "id") is { } id
                ? new EmployeeReference(id, Member(document.RootElement, "displayName") ?? Short(value.Text))
                : null;
        }

        var text = Scalar(value);
        return text is null || text.Any(char.IsWhiteSpace) ? null : new EmployeeReference(text, Short(value.Text));
    }

    /// <summary>A date such as 2021-09-06.</summary>
    public static DateOnly? Date(FieldValue value) =>
        DateOnly.TryParseExact(Scalar(value), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A time such as 2021-08-30T09:14:02.118203, which names no zone; one in UTC is taken as it stands.</summary>
    public static DateTime? Time(FieldValue value) => Time(Scalar(value));

    /// <summary>The same of plain text.</summary>
    public static DateTime? Time(string? text) =>
        DateTime.TryParseExact(text?.TrimEnd('Z'), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    /// <summary>True or false, also in words.</summary>
    public static bool? Truth(FieldValue value) => value.State is not FieldState.Present ? null : value.Json switch
    {
        "true" => true,
        "false" => false,
        _ => Scalar(value)?.ToUpperInvariant() switch
        {
            "TRUE" or "YES" => true,
            "FALSE" or "NO" => false,
            _ => null,
        },
    };

    /// <summary>Whether a field has a text that is longer than <see cref="LongestText"/>, and so left out.</summary>
    public static bool IsTooLong(FieldValue value) =>
        value.Text?.Length > LongestText || (value is { State: FieldState.Present, Json.Length: > LongestText } && Scalar(value.Json)?.Length > LongestText);

    /// <summary>Whether a text is nothing but digits, as ids of list items are.</summary>
    public static bool AllDigits(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static string? Short(string? text) => text?.Length <= LongestText ? text : null;

    private static string? NameAt(JsonElement names, int index) =>
        index < names.GetArrayLength() ? Short(Scalar(names[index].GetRawText())) : null;

    private static string? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) ? Short(Scalar(member.GetRawText())) : null;
}
