namespace ScimBridge.Protocol.Schemas;

/// <summary>Some attributes of a catalog, named as the parameter <c>attributes</c> names them; a name that means nothing is passed over.</summary>
internal sealed class AllowedAttributes
{
    /// <summary>What every resource has, whoever reads it.</summary>
    private static readonly string[] Always = ["schemas", "id", "meta"];

    private readonly HashSet<string> wholeSchemas = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> common = new(StringComparer.Ordinal);
    private readonly HashSet<(string Schema, string Name)> named = [];

    public AllowedAttributes(IReadOnlyList<string> names, SchemaCatalog catalog)
    {
        foreach (var name in names)
        {
            if (catalog.FindSchema(name) is not null)
            {
                wholeSchemas.Add(name);
            }
            else if (AttributePath.TryParse(name, out var path))
            {
                foreach (var found in catalog.ResourceTypes.Select(type => catalog.Resolve(type.Name, path)).OfType<ResolvedAttribute>())
                {
                    // An extension may have an attribute that is called like a common one.
                    var isCommon = !found.IsExtension && catalog.CommonAttributes.Contains(found.Attribute);
                    _ = isCommon ? common.Add(found.Attribute.Name) : named.Add((found.Schema.Id, NameOf(found.Attribute, found.SubAttribute)));
                }
            }
        }
    }

    /// <summary>Whether a common attribute is allowed, or there for everybody.</summary>
    public bool HasCommon(AttributeDefinition attribute) => Always.Contains(attribute.Name, StringComparer.Ordinal) || common.Contains(attribute.Name);

    /// <summary>The schema with what is allowed of it; without attributes when that is nothing.</summary>
    public SchemaDefinition Of(SchemaDefinition schema) => wholeSchemas.Contains(schema.Id)
        ? schema
        : schema with { Attributes = [.. schema.Attributes.Select(attribute => Of(schema, attribute)).OfType<AttributeDefinition>()] };

    private AttributeDefinition? Of(SchemaDefinition schema, AttributeDefinition attribute)
    {
        if (named.Contains((schema.Id, NameOf(attribute, null))))
        {
            return attribute;
        }

        AttributeDefinition[] subAttributes = [.. attribute.SubAttributes.Where(sub => named.Contains((schema.Id, NameOf(attribute, sub))))];
        return subAttributes.Length > 0 ? attribute with { SubAttributes = subAttributes } : null;
    }

    private static string NameOf(AttributeDefinition attribute, AttributeDefinition? sub) => sub is null ? attribute.Name : $"{attribute.Name}.{sub.Name}";
}
