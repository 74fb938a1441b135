using System.Diagnostics.CodeAnalysis;

namespace ScimBridge.HiBobSimulator;

/// <summary>The fields that a company has: HiBob's own and the tenant's custom ones.</summary>
public sealed class FieldCatalogue
{
    private readonly Lock gate = new();
    private volatile FieldDefinition[] fields = [];
    private volatile Dictionary<string, FieldDefinition> byId = new(StringComparer.Ordinal);

    internal FieldCatalogue(IEnumerable<FieldDefinition> standard)
    {
        foreach (var field in standard)
        {
            Add(field);
        }
    }

    /// <summary>Every field, hidden ones included, in the order in which they were added.</summary>
    public IReadOnlyList<FieldDefinition> All => fields;

    /// <summary>Finds a field by its dotted id.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out FieldDefinition? field) => byId.TryGetValue(id, out field);

    /// <summary>Finds a field or refuses.</summary>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public FieldDefinition Require(string id) =>
        TryGet(id, out var field) ? field : throw new ArgumentException($"There is no field '{id}'.", nameof(id));

    // Definitions carry their place in a person's record, so one definition belongs to one catalogue.
    internal void Add(FieldDefinition field)
    {
        lock (gate)
        {
            if (field.Ordinal >= 0 || byId.ContainsKey(field.Id))
            {
                throw new ArgumentException($"The field '{field.Id}' is already in a catalogue.", nameof(field));
            }

            field.Ordinal = fields.Length;
            byId = new Dictionary<string, FieldDefinition>(byId, StringComparer.Ordinal) { [field.Id] = field };
            fields = [.. fields, field];
        }
    }
}
