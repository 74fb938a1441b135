using System.Text.Json;

namespace ScimBridge.HiBobSimulator.Api;

/// <summary>Writes people in the shape of one request; made for one request and one thread, since it reuses its buffers.</summary>
internal sealed class PersonWriter(ReadValues source, ReadPlan plan, ReadFormat format, SimulatorShapes shapes)
{
    private static readonly JsonEncodedText HumanReadable = JsonEncodedText.Encode("humanReadable");
    private static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");

    private readonly bool omitsNulls = shapes.ReplaceOmitsNulls;
    private readonly DisplayText display = new(source.Company, shapes.DateFormat);
    private readonly object?[] values = new object?[plan.Fields.Length];
    private readonly string?[] texts = new string?[plan.Fields.Length];

    public void Write(Utf8JsonWriter writer, Person person)
    {
        Resolve(person);
        writer.WriteStartObject();
        for (var index = 0; index < plan.Fields.Length; index++)
        {
            if (format is ReadFormat.Machine or ReadFormat.Append && values[index] is { } value and not string[] { Length: 0 })
            {
                writer.WriteStartObject(plan.Fields[index].SlashKey);
                writer.WritePropertyName(Value);
                WriteValue(writer, value);
                writer.WriteEndObject();
            }

            if (plan.Nodes[index] is { } node)
            {
                WriteNode(writer, node, format == ReadFormat.Replace, format == ReadFormat.Replace && omitsNulls);
            }
        }

        if (format == ReadFormat.Append)
        {
            writer.WriteStartObject(HumanReadable);
            foreach (var node in plan.Nodes.OfType<PlanNode>())
            {
                WriteNode(writer, node, asText: true, omitNulls: true);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private void Resolve(Person person)
    {
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = source.Of(person, plan.Fields[index]);
            var hasText = format == ReadFormat.Replace || (format == ReadFormat.Append && values[index] is not string[] { Length: 0 });
            texts[index] = hasText ? display.Of(plan.Fields[index], values[index]) : null;
        }
    }

    private void WriteNode(Utf8JsonWriter writer, PlanNode node, bool asText, bool omitNulls)
    {
        if (omitNulls && !HasText(node))
        {
            return;
        }

        if (node.Children.Count > 0)
        {
            writer.WriteStartObject(node.Key);
            foreach (var child in node.Children)
            {
                WriteNode(writer, child, asText, omitNulls);
            }

            writer.WriteEndObject();
            return;
        }

        writer.WritePropertyName(node.Key);
        if (asText)
        {
            writer.WriteStringValue(texts[node.Index]);
        }
        else
        {
            WriteValue(writer, values[node.Index]);
        }
    }

    private bool HasText(PlanNode node)
    {
        if (node.Children.Count == 0)
        {
            return texts[node.Index] is not null;
        }

        foreach (var child in node.Children)
        {
            if (HasText(child))
            {
                return true;
            }
        }

        return false;
    }

    private void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case Person person:
                WriteReference(writer, person.Id, person);
                break;
            case MissingPerson missing:
                WriteReference(writer, missing.Id, null);
                break;
            case string[] several:
                WriteSeveral(writer, several);
                break;
            case PeriodValue period:
                WritePeriod(writer, period);
                break;
        }
    }

    private void WriteReference(Utf8JsonWriter writer, string id, Person? person)
    {
        var known = source.Company.Known;
        writer.WriteStartObject();
        writer.WriteString("id"u8, id);
        writer.WriteString("firstName"u8, person?.Text(known.FirstName));
        writer.WriteString("surname"u8, person?.Text(known.Surname));
        writer.WriteString("email"u8, person is null ? null : source.Email(person));
        writer.WriteString("displayName"u8, person?.Text(known.DisplayName));
        writer.WriteEndObject();
    }

    private static void WriteSeveral(Utf8JsonWriter writer, string[] several)
    {
        writer.WriteStartArray();
        foreach (var id in several)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
    }

    private static void WritePeriod(Utf8JsonWriter writer, PeriodValue period)
    {
        writer.WriteStartObject();
        writer.WriteString("periodISO"u8, period.Iso);
        writer.WriteNumber("sortFactor"u8, period.Days);
        writer.WriteString("humanize"u8, period.Humanized);
        writer.WriteEndObject();
    }
}
