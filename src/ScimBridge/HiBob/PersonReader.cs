using System.Text.Json;
using System.Text.Unicode;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>Reads the fields of one person from that person's slice.</summary>
internal sealed class PersonReader(HiBobFieldPlan plan, IReadOnlyDictionary<string, HiBobNamedList> lists)
{
    private static readonly int Places = Enum.GetValues<FieldPlace>().Length;

    private readonly Range[] found = new Range[plan.Fields.Count * Places];
    private readonly int idField = plan.IndexOf(HiBobFieldIds.Id);

    /// <summary>The person's fields.</summary>
    /// <param name="slice">The person's JSON.</param>
    /// <param name="index">The person's place in the read, to name it by when it has no id.</param>
    /// <exception cref="EmployeeRejectedException">It is no object, or has no id.</exception>
    public EmployeeFields Read(ReadOnlySpan<byte> slice, int index)
    {
        // Finding members does not decode text, and writing it would replace what is no Unicode.
        if (!Utf8.IsValid(slice))
        {
            throw new EmployeeRejectedException(HiBobIssues.WrongShape(index));
        }

        try
        {
            Array.Clear(found);
            var reader = new Utf8JsonReader(slice);
            reader.Read();
            if (reader.TokenType is not JsonTokenType.StartObject)
            {
                throw new EmployeeRejectedException(HiBobIssues.WrongShape(index));
            }

            Locate(ref reader, plan.Tree);
            return Gather(slice, index);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Escapes of half a character are found only when they are decoded.
            throw new EmployeeRejectedException(HiBobIssues.WrongShape(index));
        }
    }

    // The reader stands on the object's start and is left on its end.
    private void Locate(ref Utf8JsonReader reader, FieldNode parent)
    {
        var hint = 0;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var node = parent.Find(ref reader, ref hint);
            reader.Read();
            if (node is { Field: >= 0 })
            {
                var value = reader;
                value.Skip();
                found[(node.Field * Places) + (int)node.Place] = (int)reader.TokenStartIndex..(int)value.BytesConsumed;
            }

            if (node is { HasChildren: true } && reader.TokenType is JsonTokenType.StartObject)
            {
                Locate(ref reader, node);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private EmployeeFields Gather(ReadOnlySpan<byte> slice, int index)
    {
        var id = idField < 0 ? null : HiBobValue.Id(Machine(slice, idField));
        if (id is null)
        {
            throw new EmployeeRejectedException(HiBobIssues.NoId(index));
        }

        var values = new Dictionary<string, FieldValue>(plan.Fields.Count, StringComparer.Ordinal);
        for (var field = 0; field < plan.Fields.Count; field++)
        {
            var machine = Machine(slice, field);
            if (!machine.IsEmpty)
            {
                values.Add(plan.Fields[field].Id, Value(plan.Fields[field], machine, slice[Found(field, FieldPlace.Text)]));
            }
        }

        return new EmployeeFields(id, values);
    }

    private Range Found(int field, FieldPlace place) => found[(field * Places) + (int)place];

    private ReadOnlySpan<byte> Machine(ReadOnlySpan<byte> slice, int field)
    {
        var nested = slice[Found(field, FieldPlace.Nested)];
        return nested.IsEmpty ? slice[Found(field, FieldPlace.Slash)] : nested;
    }

    private FieldValue Value(HiBobField field, ReadOnlySpan<byte> machine, ReadOnlySpan<byte> display)
    {
        var json = HiBobValue.Compact(machine, field.Kind);
        if (json is null)
        {
            return FieldValue.Empty;
        }

        if (field.Kind is HiBobFieldKind.Plain)
        {
            return FieldValue.Present(json);
        }

        return json[0] == '[' ? Several(field, json, display) : FieldValue.Present(json, Text(field, json, display));
    }

    // The order of names: HiBob's own for this person, the list, the value itself unless it is a bare number.
    private string? Text(HiBobField field, string json, ReadOnlySpan<byte> display)
    {
        var raw = FieldValues.Scalar(json);
        var isNumber = raw is not null && FieldValues.AllDigits(raw);
        var text = HiBobValue.Display(display);
        if (text is not null && !(isNumber && string.Equals(text, raw, StringComparison.Ordinal)))
        {
            return text;
        }

        if (field.Kind is not HiBobFieldKind.List || raw is null)
        {
            return null;
        }

        return ListOf(field)?.NameOf(raw) ?? (isNumber ? null : raw);
    }

    private FieldValue Several(HiBobField field, string json, ReadOnlySpan<byte> display)
    {
        var text = HiBobValue.Display(display);
        var names = HiBobItemNames.Of(json, text, ListOf(field));
        var joined = names.Contains(null) ? text : string.Join(", ", names);
        return FieldValue.Present(json, joined, HiBobItemNames.Write(names));
    }

    private HiBobNamedList? ListOf(HiBobField field) => field.List is null ? null : lists.GetValueOrDefault(field.List);
}
