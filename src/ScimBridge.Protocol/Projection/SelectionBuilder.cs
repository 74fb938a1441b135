using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Projection;

/// <summary>Turns the names of a request into the tree that says what to keep (RFC 7644 section 3.9).</summary>
internal sealed class SelectionBuilder
{
    private readonly IReadOnlyList<SchemaDefinition> schemas;
    private readonly bool including;
    private readonly bool isDefault;
    private readonly bool isClosed;
    private readonly HashSet<string> wholeSchemas = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> named = new(StringComparer.Ordinal);

    /// <summary>Reads the names; those that name nothing are passed over.</summary>
    /// <param name="names">The names, or null where the request has no list.</param>
    /// <param name="including">Whether the names are what to keep, or else what to leave out.</param>
    /// <param name="resourceType">The resource type.</param>
    /// <param name="catalog">The schemas.</param>
    public SelectionBuilder(IEnumerable<string>? names, bool including, string resourceType, SchemaCatalog catalog)
    {
        // In full, so that what nobody may read is known and dropped.
        schemas = [.. catalog.SchemasOf(resourceType).Select(schema => catalog.FindSchema(schema.Id)!)];
        this.including = including;
        isDefault = names is null;
        isClosed = catalog.IsClosed;
        foreach (var name in names ?? [])
        {
            if (schemas.Any(schema => schema.Id.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                wholeSchemas.Add(name);
            }
            else if (AttributePath.TryParse(name, out var path) && catalog.Resolve(resourceType, path) is { } found)
            {
                named.Add(found.CanonicalName);
            }
        }
    }

    /// <summary>The tree of a whole resource.</summary>
    public ProjectionNode Build(SchemaCatalog catalog)
    {
        var main = schemas[0];
        var members = catalog.CommonAttributes.Select(attribute => (attribute.Name, Attribute(attribute, "", wholeSchema: false)))
            .Concat(main.Attributes.Select(attribute => (attribute.Name, Attribute(attribute, "", wholeSchemas.Contains(main.Id)))))
            .Concat(schemas.Skip(1).Select(schema => (schema.Id, Extension(schema))));
        return ProjectionNode.Of(keepsOthers: !including && !isClosed, members);
    }

    private ProjectionNode Extension(SchemaDefinition schema)
    {
        var whole = wholeSchemas.Contains(schema.Id);
        var members = schema.Attributes.Select(attribute => (attribute.Name, Attribute(attribute, schema.Id + ":", whole)));

        // What a schema doesn't list goes with the schema.
        return ProjectionNode.Of(keepsOthers: including == whole && !isClosed, members);
    }

    private ProjectionNode Attribute(AttributeDefinition attribute, string prefix, bool wholeSchema)
    {
        var name = prefix + attribute.Name;
        var self = Decide(attribute, named.Contains(name), wholeSchema);
        var subs = attribute.SubAttributes.Select(sub => (Definition: sub, IsNamed: named.Contains($"{name}.{sub.Name}"))).ToList();
        if (!including)
        {
            return self == ProjectionNode.Drop
                ? self
                : Node(keepsOthers: true, subs.Select(sub => (sub.Definition.Name, Decide(sub.Definition, sub.IsNamed, wholeSchema: false))));
        }

        // An attribute kept whole brings its sub-attributes along; one that isn't is still kept for the sake of those named.
        var isWhole = self == ProjectionNode.Keep;
        return isWhole || subs.Exists(sub => sub.IsNamed && sub.Definition.IsReadable)
            ? Node(isWhole, subs.Select(sub => (sub.Definition.Name, Decide(sub.Definition, sub.IsNamed, isWhole))))
            : ProjectionNode.Drop;
    }

    // In a closed catalog the sub-attributes that an attribute lists are all that it has; one that lists none is no object.
    private ProjectionNode Node(bool keepsOthers, IEnumerable<(string Name, ProjectionNode Node)> subAttributes)
    {
        List<(string, ProjectionNode)> members = [.. subAttributes];
        return ProjectionNode.Of(keepsOthers && !(isClosed && members.Count > 0), members);
    }

    private ProjectionNode Decide(AttributeDefinition attribute, bool named, bool wholeSchema)
    {
        var keeps = attribute.Returned switch
        {
            AttributeReturned.Always => true,
            AttributeReturned.Never => false,
            AttributeReturned.Request => including && named,
            _ => isDefault || including == (named || wholeSchema),
        };
        return keeps ? ProjectionNode.Keep : ProjectionNode.Drop;
    }
}
