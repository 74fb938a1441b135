namespace ScimBridge.HiBobSimulator;

/// <summary>What a computed value is computed from; <paramref name="Today"/> is yyyy-MM-dd.</summary>
internal readonly record struct DerivedInput(Company Company, Person Person, string Today)
{
    public string? Text(FieldDefinition field) => Person.Text(field);
}
