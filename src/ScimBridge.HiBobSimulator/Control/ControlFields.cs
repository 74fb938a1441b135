using System.Text.Json;
using ScimBridge.HiBobSimulator.Api;

namespace ScimBridge.HiBobSimulator.Control;

/// <summary>The tenant's custom fields.</summary>
internal sealed class ControlFields(Company company, SimulatorShapes shapes)
{
    private static readonly (string Name, FieldType Type)[] Types =
    [
        ("text", FieldType.Text), ("number", FieldType.Number), ("boolean", FieldType.Boolean), ("date", FieldType.Date),
        ("list", FieldType.List), ("list_id", FieldType.ListId), ("multi-list", FieldType.MultiList),
        ("employee-reference", FieldType.EmployeeReference),
    ];

    public Task GetAsync(HttpContext context) =>
        ControlJson.AnswerAsync(context, writer => MetadataWriter.WriteFields(writer, company.Fields, shapes));

    public async Task PostAsync(HttpContext context)
    {
        var body = await ControlJson.ReadObjectAsync(context, "id", "type", "category", "name", "list", "historical", "description");
        var type = Text(body, "type") ?? "text";
        if (Types.All(known => known.Name != type))
        {
            throw ControlJson.Refuse($"'type' takes one of {string.Join(", ", Types.Select(known => known.Name))}.");
        }

        var id = Text(body, "id") ?? throw ControlJson.Refuse("A field needs an 'id', such as work.custom.field_1700000000099.");
        var field = new FieldDefinition(
            id, Types.First(known => known.Name == type).Type, Category(body), Text(body, "name") ?? id, Text(body, "list") ?? List(id, type))
        {
            Historical = body.TryGetProperty("historical", out var historical) && ControlJson.Value(historical) is true,
            Description = Text(body, "description"),
        };
        if (!field.IsCustom)
        {
            throw ControlJson.Refuse("A custom field's id is <category>.custom.field_<digits> or <category>.customColumns.column_<digits>.");
        }

        company.AddField(field);
        await ControlJson.AnswerAsync(
            context,
            writer => ControlJson.WriteObject(writer, [("id", field.Id), ("type", type), ("list", field.ListId)]),
            StatusCodes.Status201Created);
    }

    private static string Category(JsonElement body)
    {
        var category = Text(body, "category") ?? "work";
        return SimulatorPermissions.AllCategories.Contains(category)
            ? category
            : throw ControlJson.Refuse(
                $"There is no category '{category}'; known are {string.Join(", ", SimulatorPermissions.AllCategories)}.");
    }

    // HiBob names the list of a custom column after its table, and that of a custom field after the field alone.
    private static string? List(string id, string type)
    {
        if (!type.Contains("list", StringComparison.Ordinal))
        {
            return null;
        }

        return id.Contains(".customColumns.", StringComparison.Ordinal)
            ? id.Replace(".customColumns.", ".", StringComparison.Ordinal)
            : id[(id.LastIndexOf('.') + 1)..];
    }

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) ? ControlJson.Value(value) as string : null;
}
