using System.Text.Json;

namespace ScimBridge.HiBobSimulator.Api;

/// <summary>Writes the fields metadata and the named lists.</summary>
internal static class MetadataWriter
{
    public static void WriteFields(Utf8JsonWriter writer, FieldCatalogue catalogue, SimulatorShapes shapes)
    {
        if (shapes.WrapsFields)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("fields"u8);
        }

        writer.WriteStartArray();
        foreach (var field in catalogue.All.Where(field => !field.Hidden))
        {
            WriteField(writer, field);
        }

        writer.WriteEndArray();
        if (shapes.WrapsFields)
        {
            writer.WriteEndObject();
        }
    }

    public static void WriteLists(Utf8JsonWriter writer, Company company, bool includeArchived, SimulatorShapes shapes)
    {
        if (shapes.DocumentedLists)
        {
            writer.WriteStartArray();
        }
        else
        {
            writer.WriteStartObject();
        }

        foreach (var list in company.Lists)
        {
            if (!shapes.DocumentedLists)
            {
                writer.WritePropertyName(list.Name);
            }

            WriteList(writer, list, includeArchived, shapes);
        }

        if (shapes.DocumentedLists)
        {
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteEndObject();
        }
    }

    public static void WriteList(Utf8JsonWriter writer, NamedList list, bool includeArchived, SimulatorShapes shapes)
    {
        var usesNames = shapes.DisplayLifecycleIds && list.Name == "lifecycleStatus";
        writer.WriteStartObject();
        writer.WriteString("name"u8, list.Name);
        if (!shapes.DocumentedLists)
        {
            WriteItems(writer, "values", list.Items, includeArchived, usesNames);
        }

        WriteItems(writer, "items", list.Items, includeArchived, usesNames);
        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, string name, IReadOnlyList<ListItem> items, bool includeArchived, bool usesNames)
    {
        writer.WriteStartArray(name);
        foreach (var item in items.Where(item => includeArchived || !item.Archived))
        {
            writer.WriteStartObject();
            if (item.Id is long number)
            {
                writer.WriteNumber("id"u8, number);
            }
            else
            {
                writer.WriteString("id"u8, usesNames ? item.Name : (string)item.Id);
            }

            writer.WriteString("value"u8, item.Name);
            writer.WriteString("name"u8, item.Name);
            writer.WriteBoolean("archived"u8, item.Archived);
            WriteItems(writer, "children", item.Children, includeArchived, usesNames);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteField(Utf8JsonWriter writer, FieldDefinition field)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, field.Id);
        writer.WriteString("category"u8, field.CategoryId);
        writer.WriteString("categoryId"u8, field.CategoryId);
        writer.WriteString("categoryDisplayName"u8, StandardFields.CategoryName(field.CategoryId));
        writer.WriteString("name"u8, field.Name);
        writer.WriteString("description"u8, field.Description);
        writer.WriteString("jsonPath"u8, field.JsonPath);
        writer.WriteString("type"u8, TypeName(field.Type));
        writer.WriteStartObject("typeData"u8);
        if (field.ListId is { } listId)
        {
            writer.WriteString("listId"u8, listId);
        }

        writer.WriteEndObject();
        writer.WriteBoolean("historical"u8, field.Historical);
        writer.WriteEndObject();
    }

    private static string TypeName(FieldType type) => type switch
    {
        FieldType.Text => "text",
        FieldType.Number => "number",
        FieldType.Boolean => "boolean",
        FieldType.Date => "date",
        FieldType.Time => "time",
        FieldType.List => "list",
        FieldType.ListId => "list_id",
        FieldType.MultiList => "multi-list",
        FieldType.EmployeeReference => "employee-reference",
        FieldType.Employee => "employee",
        FieldType.Avatar => "avatar",
        _ => "period",
    };
}
