using System.Text.Encodings.Web;
using System.Text.Json;
using ScimBridge.Protocol;

namespace ScimBridge.Admin.Pages.People;

/// <summary>Turns what people type into a search field into SCIM filters.</summary>
internal static class SearchFilter
{
    /// <summary>The most words that are looked for one by one; what follows them is one word with spaces in it.</summary>
    public const int MostWords = 5;

    // Each of them is a column or a table of keys of its own: what has to be looked for in JSON takes too long to type along with.
    private static readonly string[] Contained =
        ["displayName", "name.familyName", "userName", "emails.value", "title", $"{ScimSchemaUris.EnterpriseUser}:department"];

    private static readonly string[] Begun = ["externalId", $"{ScimSchemaUris.EnterpriseUser}:employeeNumber"];

    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The users who have every word of <paramref name="search"/> somewhere; null for no words.</summary>
    public static string? OfUsers(string search)
    {
        var words = Words(search);
        return words.Length == 0 ? null : string.Join(" and ", words.Select(word => $"({AnyOf(word)})"));
    }

    /// <summary>The groups with every word of <paramref name="search"/> in their names; null for no words.</summary>
    public static string? OfGroups(string search)
    {
        var words = Words(search);
        return words.Length == 0 ? null : string.Join(" and ", words.Select(word => $"displayName co {Quoted(word)}"));
    }

    /// <summary>A text as a filter writes it.</summary>
    public static string Quoted(string text) => JsonSerializer.Serialize(text, Quoting);

    private static string AnyOf(string word)
    {
        var quoted = Quoted(word);
        return string.Join(" or ", Contained.Select(attribute => $"{attribute} co {quoted}").Concat(Begun.Select(attribute => $"{attribute} sw {quoted}")));
    }

    // No name has a control character, and a filter may not.
    private static string[] Words(string search) => string.Concat(search.Select(letter => char.IsControl(letter) ? ' ' : letter))
        .Split(' ', MostWords, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
