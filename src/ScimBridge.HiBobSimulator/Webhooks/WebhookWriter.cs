using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScimBridge.HiBobSimulator.Control;

namespace ScimBridge.HiBobSimulator.Webhooks;

/// <summary>Writes events as HiBob does.</summary>
internal static class WebhookWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Type(ChangeKind kind) => kind switch
    {
        ChangeKind.EntryCreated => "table.entry.created",
        ChangeKind.EntryUpdated => "table.entry.updated",
        _ => "employee." + ControlFaults.Camel(kind.ToString()),
    };

    public static string Write(Company company, CompanyChange change, WebhookVersion version, FieldUpdatesSpelling spelling)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("companyId"u8, company.CompanyId);
            writer.WriteString("type"u8, Type(change.Kind));
            writer.WriteString("triggeredBy"u8, change.TriggeredBy);

            // Without a zone, as HiBob writes it.
            writer.WriteString(
                "triggeredAt"u8, change.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture));
            if (version == WebhookVersion.V2)
            {
                writer.WriteString("version"u8, "v2");
                WriteData(writer, change, spelling);
            }
            else
            {
                WriteFirstGeneration(writer, company, change);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteData(Utf8JsonWriter writer, CompanyChange change, FieldUpdatesSpelling spelling)
    {
        writer.WriteStartObject("data"u8);
        writer.WriteString("employeeId"u8, change.Person.Id);
        if (change.Kind == ChangeKind.Deleted)
        {
            writer.WriteString("email"u8, change.Person.Email);
        }

        if (change.Table is { } table)
        {
            writer.WriteString("tableId"u8, table);
            writer.WriteString("effectiveDate"u8, change.EffectiveDate);
        }

        if (change.Kind == ChangeKind.Updated && spelling != FieldUpdatesSpelling.None)
        {
            writer.WriteStartArray(spelling == FieldUpdatesSpelling.FieldUpdates ? "fieldUpdates" : "fieldUpdatesIds");
            foreach (var field in change.Fields)
            {
                ControlJson.WriteObject(writer, [("id", field.FieldId)]);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteFirstGeneration(Utf8JsonWriter writer, Company company, CompanyChange change)
    {
        var person = change.Person;
        writer.WritePropertyName("employee"u8);
        ControlJson.WriteObject(
            writer, [("id", person.Id), ("displayName", person.Text(company.Known.DisplayName)), ("email", person.Email)]);
        writer.WriteStartObject("data"u8);
        if (change.Kind == ChangeKind.Updated)
        {
            writer.WriteStartArray("fieldUpdates"u8);
            foreach (var field in change.Fields)
            {
                ControlJson.WriteObject(writer, [("id", field.FieldId), ("oldValue", field.Old), ("newValue", field.New)]);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
