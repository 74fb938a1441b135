namespace ScimBridge.HiBobSimulator;

/// <summary>
/// One person of the company. The record is a row of values in the catalogue's order, replaced as a whole on every change, so a reader
/// never sees half a change and needs no lock.
/// </summary>
public sealed class Person
{
    // Says that a field which HiBob would compute was set to null on purpose; a plain null there means "compute it".
    private static readonly object Nothing = new();

    private readonly Company company;
    private volatile object?[] values;

    internal Person(Company company, string id, object?[] values)
    {
        this.company = company;
        Id = id;
        this.values = values;
    }

    /// <summary>HiBob's id: 19 digits, kept as text.</summary>
    public string Id { get; }

    /// <summary>The work e-mail address, which is also the login.</summary>
    public string? Email => Text(company.Known.Email);

    /// <summary>The name that colleagues see.</summary>
    public string? DisplayName => Text(company.Known.DisplayName);

    /// <summary>The lifecycle status today.</summary>
    public string? LifecycleStatus => this["internal.lifecycleStatus"] as string;

    /// <summary>The access status today: Active or Inactive.</summary>
    public string? Status => this["internal.status"] as string;

    /// <summary>Every field that has a value today, by id; hidden fields included.</summary>
    public IReadOnlyDictionary<string, object?> Fields => company.Fields.All
        .Select(definition => (definition.Id, Value: company.Plain(this, definition)))
        .Where(pair => pair.Value is not null)
        .ToDictionary(pair => pair.Id, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>One field's value today; null when it is empty.</summary>
    public object? this[string fieldId] => company.Plain(this, company.Fields.Require(fieldId));

    internal object? Stored(int ordinal)
    {
        var row = values;
        return ordinal < row.Length && row[ordinal] is { } value && !ReferenceEquals(value, Nothing) ? value : null;
    }

    internal string? Text(FieldDefinition field) => Stored(field.Ordinal) as string;

    internal bool IsComputed(int ordinal)
    {
        var row = values;
        return ordinal >= row.Length || row[ordinal] is null;
    }

    internal void Store(FieldDefinition field, object? value)
    {
        var row = new object?[Math.Max(values.Length, company.Fields.All.Count)];
        values.CopyTo(row, 0);
        row[field.Ordinal] = value ?? (field.Rule is null ? null : Nothing);
        values = row;
    }

    internal void Follow(FieldDefinition field)
    {
        if (!IsComputed(field.Ordinal))
        {
            var row = (object?[])values.Clone();
            row[field.Ordinal] = null;
            values = row;
        }
    }
}
