using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Tests.Scim;

/// <summary>Writes random filters over every attribute of a resource type, with literals taken from resources.</summary>
internal sealed class RandomFilters(string resourceType, IReadOnlyList<JsonElement> resources, Random random)
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(string Path, ResolvedAttribute Attribute)> paths = [.. PathsOf(resourceType)];

    /// <summary>All paths that a filter or a sort may name, each in one way of writing it.</summary>
    public static IEnumerable<(string Path, ResolvedAttribute Attribute)> PathsOf(string resourceType)
    {
        var catalog = CustomSchema.Catalog;
        var schemas = catalog.SchemasOf(resourceType);
        var attributes = catalog.CommonAttributes.Select(attribute => attribute.Name)
            .Concat(schemas.SelectMany((schema, index) => schema.Attributes.Select(attribute => index == 0 ? attribute.Name : $"{schema.Id}:{attribute.Name}")));
        foreach (var name in attributes)
        {
            var attribute = Resolve(catalog, resourceType, name);
            yield return (name, attribute);
            foreach (var sub in attribute.Attribute.SubAttributes)
            {
                yield return ($"{name}.{sub.Name}", Resolve(catalog, resourceType, $"{name}.{sub.Name}"));
            }
        }
    }

    /// <summary>A filter.</summary>
    public string Next(int depth = 0)
    {
        var kind = depth >= 3 ? 0 : random.Next(10);
        return kind switch
        {
            < 4 => Leaf(),
            4 => $"not ({Next(depth + 1)})",
            5 or 6 => $"({Next(depth + 1)}) {Cased("and")} ({Next(depth + 1)})",
            7 => $"{Leaf()} and {Leaf()} or {Leaf()}",
            _ => $"{Next(depth + 1)} {Cased("or")} {Next(depth + 1)}",
        };
    }

    private string Leaf()
    {
        var (path, attribute) = Pick(paths);
        var isComplex = attribute.SubAttribute is null && attribute.Attribute.Type == AttributeType.Complex;
        if (isComplex && random.Next(3) > 0)
        {
            var inner = Pick<Func<string>>(
                () => Sub(attribute), () => $"{Sub(attribute)} and {Sub(attribute)}", () => $"{Sub(attribute)} or {Sub(attribute)}", () => $"not ({Sub(attribute)})")();
            return $"{Written(path)}[{inner}]{(random.Next(2) == 0 ? "" : $".{Sub(attribute)}")}";
        }

        return Test(Written(path), attribute);
    }

    private string Sub(ResolvedAttribute attribute)
    {
        var sub = Pick(attribute.Attribute.SubAttributes.Where(sub => sub.IsReadable).ToList());
        return Test(Cased(sub.Name), attribute with { SubAttribute = sub });
    }

    private string Test(string path, ResolvedAttribute attribute)
    {
        var compared = attribute.ComparedValue;
        if (compared is null || random.Next(8) == 0)
        {
            return $"{path} {Cased("pr")}";
        }

        if (random.Next(10) == 0)
        {
            return $"{path} {Pick("eq", "ne")} null";
        }

        var type = compared.Target.Type;
        string[] operators = type switch
        {
            AttributeType.Boolean or AttributeType.Binary => ["eq", "ne"],
            AttributeType.String or AttributeType.Reference => ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"],
            _ => ["eq", "ne", "gt", "ge", "lt", "le"],
        };
        return $"{path} {Cased(Pick(operators))} {Literal(compared)}";
    }

    private string Literal(ResolvedAttribute attribute)
    {
        switch (attribute.Target.Type)
        {
            case AttributeType.Boolean:
                return Pick("true", "false");
            case AttributeType.DateTime:
                return $"\"{(random.Next(4) == 0 ? Pick("2020-02-29T00:00:00Z", "2026-01-31T13:00:00.0001+01:00", "2999-01-01T00:00:00.1234567+14:00") : ValueOf(attribute) ?? "2026-01-31T12:00:00Z")}\"";
            case AttributeType.Integer or AttributeType.Decimal:
                return (random.Next(3) > 0 ? ValueOf(attribute) : null) ?? Pick(RandomDirectory.Numbers).ToString(CultureInfo.InvariantCulture);
            default:
                var text = random.Next(3) == 0 ? Pick(RandomDirectory.Texts) : ValueOf(attribute) ?? Pick(RandomDirectory.Texts);
                return JsonSerializer.Serialize(Changed(text), random.Next(4) == 0 ? null : Relaxed);
        }
    }

    private string Changed(string text) => random.Next(6) switch
    {
        0 => text.ToUpperInvariant(),
        1 => text.ToLowerInvariant(),
        2 when text.Length > 0 && !char.IsSurrogate(text[0]) => text[1..],
        3 when text.Length > 0 && !char.IsSurrogate(text[^1]) => text[..^1],
        _ => text,
    };

    private string? ValueOf(ResolvedAttribute attribute)
    {
        var resource = Pick(resources);
        var holder = attribute.IsExtension ? Member(resource, attribute.Schema.Id) : resource;
        var value = Member(holder, attribute.Attribute.Name);
        if (value is { ValueKind: JsonValueKind.Array } array)
        {
            value = Pick(array.EnumerateArray().ToList());
        }

        value = attribute.SubAttribute is null ? value : Member(value, attribute.SubAttribute.Name);
        return value switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => null,
        };
    }

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var member) ? member : null;

    private string Written(string path) => random.Next(4) switch
    {
        0 => Cased(path),
        1 when !path.StartsWith("urn:", StringComparison.Ordinal) => $"{(resourceType == "User" ? ScimSchemaUris.User : ScimSchemaUris.Group)}:{path}",
        2 when IsKnownWithoutSchema(path) => Cased(path[(path.LastIndexOf(':') + 1)..]),
        _ => path,
    };

    private bool IsKnownWithoutSchema(string path) =>
        AttributePath.TryParse(path[(path.LastIndexOf(':') + 1)..], out var name)
        && CustomSchema.Catalog.Resolve(resourceType, name)?.CanonicalName == Resolve(CustomSchema.Catalog, resourceType, path).CanonicalName;

    private string Cased(string text) => random.Next(3) switch { 0 => text.ToUpperInvariant(), 1 => text.ToLowerInvariant(), _ => text };

    private T Pick<T>(params IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private static ResolvedAttribute Resolve(SchemaCatalog catalog, string resourceType, string name) =>
        AttributePath.TryParse(name, out var path) && catalog.Resolve(resourceType, path) is { } found ? found : throw new InvalidOperationException(name);
}
