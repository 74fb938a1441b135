using System.Globalization;

namespace ScimBridge.HiBobSimulator;

/// <summary>Brings what a caller sets into the few forms that a record holds.</summary>
internal static class FieldValues
{
    public static object? Normalize(FieldDefinition field, object? value) => value switch
    {
        null or string or bool or long or double => value,
        int number => (long)number,
        decimal number => (double)number,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        Person person => person.Id,
        IEnumerable<string> several => several.ToArray(),
        _ => throw new ArgumentException($"The field '{field.Id}' cannot hold a {value.GetType().Name}.", nameof(value)),
    };

    /// <summary>Whether two stored values are the same.</summary>
    public static bool AreEqual(object? left, object? right) => left is string[] one && right is string[] other
        ? one.SequenceEqual(other, StringComparer.Ordinal)
        : Equals(left, right);

    /// <summary>Says what HiBob would not accept about a value, or null. Only the control endpoints ask: tests may set what they like.</summary>
    public static string? Objection(Company company, FieldDefinition field, object? value)
    {
        if (field.Follows is { } source)
        {
            return $"'{field.Id}' follows {source}; change that, or add ?force=true to hold it at a value.";
        }

        return value is null ? null : field.Type switch
        {
            FieldType.Date => DateOnly.TryParseExact(value as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? null
                : $"'{field.Id}' takes a day as yyyy-MM-dd.",
            FieldType.Number => value is long or double ? null : $"'{field.Id}' takes a number.",
            FieldType.Boolean => value is bool ? null : $"'{field.Id}' takes true or false.",
            FieldType.EmployeeReference or FieldType.Employee => value is string id && company.Find(id) is not null
                ? null
                : $"'{field.Id}' takes the id of a person; there is no '{value}'.",
            FieldType.List or FieldType.ListId => ItemObjection(company, field, value),
            FieldType.MultiList => value is string[] ids
                ? ids.Select(id => ItemObjection(company, field, id)).FirstOrDefault(objection => objection is not null)
                : $"'{field.Id}' takes an array of item ids.",
            _ => value is string ? null : $"'{field.Id}' takes text.",
        };
    }

    private static string? ItemObjection(Company company, FieldDefinition field, object value)
    {
        if ((field.Type == FieldType.ListId) != value is long)
        {
            return $"'{field.Id}' takes {(field.Type == FieldType.ListId ? "an integer" : "a string")} as item id.";
        }

        return field.ListId is { } list && company.FindList(list)?.Find(value) is null
            ? $"The list '{list}' of '{field.Id}' has no item '{value}'."
            : null;
    }
}
