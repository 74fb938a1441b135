namespace ScimBridge.HiBobSimulator.Generation;

/// <summary>A record being filled.</summary>
internal sealed class PersonRow
{
    private readonly Company company;
    private readonly object?[] values;

    public PersonRow(Company company, string id)
    {
        this.company = company;
        values = new object?[company.Fields.All.Count];
        Id = id;
        values[company.Known.Id.Ordinal] = id;
    }

    public string Id { get; }

    public void Set(string fieldId, object? value) => values[company.Fields.Require(fieldId).Ordinal] = value;

    public Person Done() => new(company, Id, values);
}
