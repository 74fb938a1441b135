using System.Text.Json;

namespace ScimBridge.HiBob;

/// <summary>What a company's metadata say of one field.</summary>
/// <param name="Id">The field id.</param>
/// <param name="Path">Where its value is in an employee.</param>
/// <param name="Type">HiBob's name of its type.</param>
/// <param name="List">The list its items are from, when it has one.</param>
/// <param name="Category">The permission category as HiBob shows it.</param>
/// <param name="CategoryId">HiBob's id of the category.</param>
/// <param name="Name">The field's name in HiBob, which the company may change.</param>
internal sealed record HiBobFieldMetadata(
    string Id, string? Path, string? Type, string? List, string? Category, string? CategoryId, string? Name)
{
    /// <summary>How a value of this type is kept.</summary>
    public HiBobFieldKind Kind => Type switch
    {
        "list" or "list_id" or "multi-list" or "hierarchy-list" => HiBobFieldKind.List,
        "employee" or "employee-reference" => HiBobFieldKind.Person,
        _ => HiBobFieldKind.Plain,
    };

    /// <summary>The fields by id, from a bare array or one under <c>fields</c>.</summary>
    /// <exception cref="HiBobShapeException">It is neither, or names no field.</exception>
    public static IReadOnlyDictionary<string, HiBobFieldMetadata> Parse(JsonElement root)
    {
        var array = root.ValueKind is JsonValueKind.Object && root.TryGetProperty("fields", out var wrapped) ? wrapped : root;
        if (array.ValueKind is not JsonValueKind.Array)
        {
            throw new HiBobShapeException("it is JSON, but no list of fields");
        }

        var fields = new Dictionary<string, HiBobFieldMetadata>(StringComparer.Ordinal);
        foreach (var item in array.EnumerateArray())
        {
            if (Text(item, "id") is { } id)
            {
                var list = item.TryGetProperty("typeData", out var typeData) ? Text(typeData, "listId") : null;
                var category = Text(item, "categoryDisplayName");
                fields[id] = new HiBobFieldMetadata(
                    id, Text(item, "jsonPath"), Text(item, "type"), list, category, Text(item, "categoryId") ?? Text(item, "category"), Text(item, "name"));
            }
        }

        return fields.Count > 0 ? fields : throw new HiBobShapeException("it names no field");
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}
