using System.Text.Json;

namespace ScimBridge.Protocol.Searching;

/// <summary>The body of a POST to <c>.search</c> (RFC 7644 section 3.4.3).</summary>
public static class SearchRequest
{
    private const int DeepestAllowed = 8;

    /// <summary>Reads a body. Its attribute names are compared ignoring case, null means left out, and what it does not know is passed over.</summary>
    /// <exception cref="ScimException">
    /// 400 invalidSyntax: the body is no JSON object, has a member twice, or <c>schemas</c> does not name the SearchRequest schema;
    /// 400 invalidValue: a member has the wrong type. The detail names it.
    /// </exception>
    public static ListParameters Parse(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = Read(utf8Json);
        try
        {
            return Parse(document.RootElement);
        }
        catch (InvalidOperationException)
        {
            // What the reader of strings throws for \uD800 alone.
            throw ScimException.InvalidSyntax("The body has half a surrogate pair in a string, which is no Unicode text.");
        }
    }

    private static ListParameters Parse(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw ScimException.InvalidSyntax("The body must be a JSON object.");
        }

        var members = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in body.EnumerateObject())
        {
            if (!members.TryAdd(member.Name, member.Value))
            {
                throw ScimException.InvalidSyntax("The body has a member twice; names are compared ignoring case.");
            }
        }

        CheckSchemas(members);
        return new ListParameters
        {
            Filter = Text(members, "filter"),
            SortBy = Text(members, "sortBy"),
            SortOrder = Text(members, "sortOrder"),
            StartIndex = Number(members, "startIndex"),
            Count = Number(members, "count"),
            Cursor = Text(members, "cursor"),
            Attributes = Names(members, "attributes"),
            ExcludedAttributes = Names(members, "excludedAttributes"),
        };
    }

    private static JsonDocument Read(ReadOnlyMemory<byte> utf8Json)
    {
        try
        {
            return JsonDocument.Parse(utf8Json, new JsonDocumentOptions { MaxDepth = DeepestAllowed });
        }
        catch (JsonException)
        {
            throw ScimException.InvalidSyntax("The body is no JSON in UTF-8, or is nested too deeply for a search request.");
        }
    }

    private static void CheckSchemas(Dictionary<string, JsonElement> members)
    {
        var isNamed = members.TryGetValue("schemas", out var schemas) && schemas.ValueKind == JsonValueKind.Array
            && schemas.EnumerateArray().Any(schema =>
                IsText(schema) && ScimSchemaUris.SearchRequest.Equals(schema.GetString(), StringComparison.OrdinalIgnoreCase));
        if (!isNamed)
        {
            throw ScimException.InvalidSyntax($"The body must have \"schemas\": [\"{ScimSchemaUris.SearchRequest}\"].");
        }
    }

    private static string? Text(Dictionary<string, JsonElement> members, string name)
    {
        if (Find(members, name) is not { } value)
        {
            return null;
        }

        return IsText(value) ? value.GetString() : throw ScimException.InvalidValue($"{name} must be a string.");
    }

    private static string? Number(Dictionary<string, JsonElement> members, string name)
    {
        if (Find(members, name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number ? value.GetRawText() : throw ScimException.InvalidValue($"{name} must be a whole number, without quotes.");
    }

    private static string? Names(Dictionary<string, JsonElement> members, string name)
    {
        if (Find(members, name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsText)
            ? string.Join(',', value.EnumerateArray().Select(item => item.GetString()))
            : throw ScimException.InvalidValue($"{name} must be an array of strings.");
    }

    private static JsonElement? Find(Dictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;
}
