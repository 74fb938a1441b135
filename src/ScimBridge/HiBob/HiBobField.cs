namespace ScimBridge.HiBob;

/// <summary>A field as it is read: the catalogue's knowledge joined with what the company's metadata say.</summary>
/// <param name="Id">The field id, which is what is requested.</param>
/// <param name="Path">Where it is in an employee, its parts joined with dots.</param>
/// <param name="Kind">How its value is kept.</param>
/// <param name="List">The list its items are from, when it has one.</param>
/// <param name="Category">The permission category as HiBob shows it.</param>
internal sealed record HiBobField(string Id, string Path, HiBobFieldKind Kind, string? List, string Category)
{
    /// <summary>What the company's metadata say of the field; null for one that is asked for whatever they say.</summary>
    public HiBobFieldMetadata? Metadata { get; init; }

    /// <summary>The path that a field has unless the metadata say otherwise: its id without a leading <c>root.</c>.</summary>
    public static string DefaultPath(string id) => id.StartsWith("root.", StringComparison.Ordinal) ? id["root.".Length..] : id;
}
