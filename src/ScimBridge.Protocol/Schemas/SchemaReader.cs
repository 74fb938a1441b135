using System.Text.Json;

namespace ScimBridge.Protocol.Schemas;

/// <summary>Reads schema and resource type documents.</summary>
internal static class SchemaReader
{
    public static SchemaDefinition ReadSchema(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = JsonDocument.Parse(utf8Json);
        var root = document.RootElement;
        return new SchemaDefinition
        {
            Id = RequiredText(root, "id"),
            Name = RequiredText(root, "name"),
            Description = Text(root, "description") ?? "",
            Attributes = Attributes(root, "attributes"),
        };
    }

    public static ResourceTypeDefinition ReadResourceType(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = JsonDocument.Parse(utf8Json);
        var root = document.RootElement;
        return new ResourceTypeDefinition
        {
            Id = RequiredText(root, "id"),
            Name = RequiredText(root, "name"),
            Endpoint = RequiredText(root, "endpoint"),
            Description = Text(root, "description") ?? "",
            Schema = RequiredText(root, "schema"),
            SchemaExtensions = [.. Items(root, "schemaExtensions").Select(item => new SchemaExtension(RequiredText(item, "schema"), Flag(item, "required")))],
        };
    }

    public static IReadOnlyList<AttributeDefinition> ReadAttributes(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Select(Attribute)]
            : throw new JsonException("Attributes are an array.");
    }

    private static AttributeDefinition[] Attributes(JsonElement parent, string name) => [.. Items(parent, name).Select(Attribute)];

    private static AttributeDefinition Attribute(JsonElement json) => new()
    {
        Name = RequiredText(json, "name"),
        Type = Choice(json, "type", AttributeType.String),
        MultiValued = Flag(json, "multiValued"),
        Description = Text(json, "description") ?? "",
        Required = Flag(json, "required"),
        CaseExact = Flag(json, "caseExact"),
        Mutability = Choice(json, "mutability", AttributeMutability.ReadWrite),
        Returned = Choice(json, "returned", AttributeReturned.Default),
        Uniqueness = Choice(json, "uniqueness", AttributeUniqueness.None),
        CanonicalValues = Texts(json, "canonicalValues"),
        ReferenceTypes = Texts(json, "referenceTypes"),
        SubAttributes = Attributes(json, "subAttributes"),
    };

    private static string RequiredText(JsonElement json, string name) =>
        Text(json, name) ?? throw new JsonException($"A schema document lacks \"{name}\".");

    private static string? Text(JsonElement json, string name)
    {
        if (!Member(json, name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong(name);
    }

    private static bool Flag(JsonElement json, string name)
    {
        if (!Member(json, name, out var value))
        {
            return false;
        }

        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name);
    }

    private static List<JsonElement> Items(JsonElement json, string name)
    {
        if (!Member(json, name, out var value))
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : throw Wrong(name);
    }

    private static string[] Texts(JsonElement json, string name) =>
        [.. Items(json, name).Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Wrong(name))];

    // The names of the members are the RFC's words with a capital.
    private static T Choice<T>(JsonElement json, string name, T absent)
        where T : struct, Enum
    {
        if (Text(json, name) is not { } text)
        {
            return absent;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (SchemaWriter.Word(value) == text)
            {
                return value;
            }
        }

        throw Wrong(name);
    }

    private static bool Member(JsonElement json, string name, out JsonElement value)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A schema document holds something else where an object belongs.");
        }

        return json.TryGetProperty(name, out value);
    }

    private static JsonException Wrong(string name) => new($"A schema document has a wrong \"{name}\".");
}
