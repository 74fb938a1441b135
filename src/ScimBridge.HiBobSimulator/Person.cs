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
    private volatile PastRow? past;

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

    /// <summary>When the person was added, if that was while reads lagged.</summary>
    internal DateTimeOffset BornAt { get; set; } = DateTimeOffset.MinValue;

    /// <summary>One field's value today; null when it is empty.</summary>
    public object? this[string fieldId] => company.Plain(this, company.Fields.Require(fieldId));

    /// <summary>The person as they were at an instant, as far as that is remembered.</summary>
    internal Person AsOf(DateTimeOffset instant)
    {
        object?[]? then = null;
        for (var row = past; row is not null && row.Until > instant; row = row.Before)
        {
            then = row.Values;
        }

        return then is null ? this : new Person(company, Id, then);
    }

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

    internal void Store(FieldDefinition field, object? value) => Store([(field, value)], null);

    internal void Store(IEnumerable<(FieldDefinition Field, object? Value)> changes, (DateTimeOffset Now, DateTimeOffset Keep)? horizon)
    {
        var row = new object?[Math.Max(values.Length, company.Fields.All.Count)];
        values.CopyTo(row, 0);
        foreach (var (field, value) in changes)
        {
            row[field.Ordinal] = value ?? (field.Rule is null ? null : Nothing);
        }

        Replace(row, horizon);
    }

    internal void Follow(FieldDefinition field, (DateTimeOffset Now, DateTimeOffset Keep)? horizon)
    {
        if (!IsComputed(field.Ordinal))
        {
            var row = (object?[])values.Clone();
            row[field.Ordinal] = null;
            Replace(row, horizon);
        }
    }

    private static PastRow? Trim(PastRow? row, DateTimeOffset keep) =>
        row is null || row.Until <= keep ? null : row with { Before = Trim(row.Before, keep) };

    // The old row is kept before the new one shows: a reader in between finds it by its time.
    private void Replace(object?[] row, (DateTimeOffset Now, DateTimeOffset Keep)? horizon)
    {
        past = horizon is { } times ? new PastRow(values, times.Now, Trim(past, times.Keep)) : null;
        values = row;
    }
}
