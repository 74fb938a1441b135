using System.Text.Json;

namespace ScimBridge.HiBobSimulator;

/// <summary>One field of HiBob's people metadata.</summary>
public sealed class FieldDefinition
{
    private readonly string[] path;

    /// <summary>Describes a field by its dotted id.</summary>
    public FieldDefinition(string id, FieldType type, string categoryId, string name, string? listId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Id = id;
        Type = type;
        CategoryId = categoryId;
        Name = name;
        ListId = listId;
        JsonPath = id.StartsWith("root.", StringComparison.Ordinal) ? id["root.".Length..] : id;
        path = JsonPath.Split('.');
        SlashKey = JsonEncodedText.Encode("/" + id.Replace('.', '/'));
    }

    /// <summary>The dotted id, such as <c>work.department</c>.</summary>
    public string Id { get; }

    /// <summary>The kind of value.</summary>
    public FieldType Type { get; }

    /// <summary>The category whose permission decides whether the field is visible; not always the id's prefix.</summary>
    public string CategoryId { get; }

    /// <summary>The tenant's label.</summary>
    public string Name { get; }

    /// <summary>The named list that the value comes from.</summary>
    public string? ListId { get; }

    /// <summary>The tenant's explanation of the field.</summary>
    public string? Description { get; init; }

    /// <summary>Whether HiBob keeps dated values of the field.</summary>
    public bool Historical { get; init; }

    /// <summary>Whether the field belongs to the simulator alone and is hidden from HiBob's endpoints.</summary>
    public bool Hidden { get; init; }

    /// <summary>What a derived field follows, in words; null for a field with a value of its own.</summary>
    public string? Follows { get; init; }

    /// <summary>Where the value lies in an employee object.</summary>
    public string JsonPath { get; }

    /// <summary>Whether a tenant added the field; such fields are returned only when named.</summary>
    public bool IsCustom => Id.Contains(".custom.", StringComparison.Ordinal) || Id.Contains(".customColumns.", StringComparison.Ordinal);

    internal int Ordinal { get; set; } = -1;

    internal JsonEncodedText SlashKey { get; }

    internal IReadOnlyList<string> Path => path;

    internal Func<DerivedInput, object?>? Rule { get; init; }
}
