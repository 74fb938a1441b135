using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Projection;

/// <summary>Turns the names of a request into the tree that says what to keep (RFC 7644 section 3.9).</summary>
internal sealed class SelectionBuilder
{
    private readonly IReadOnlyList<SchemaDefinition> _schemas;
    private readonly bool _including;
    private readonly bool _isDefault;
    private readonly HashSet<string> _wholeSchemas = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    /// <summary>Reads the names; those that name nothing are passed over.</summary>
    /// <param name="names">The names, or null where the request has no list.</param>
    /// <param name="including">Whether the names are what to keep, or else what to leave out.</param>
    /// <param name="resourceType">The resource type.</param>
    /// <param name="catalog">The schemas.</param>
    public SelectionBuilder(IEnumerable<string>? names, bool including, string resourceType, SchemaCatalog catalog)
    {
        _schemas = catalog.SchemasOf(resourceType);
        _including = including;
        _isDefault = names is null;
        foreach (var name in names ?? [])
        {
            if (_schemas.Any(schema => schema.Id.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                _wholeSchemas.Add(name);
            }
            else if (AttributePath.TryParse(name, out var path) && catalog.Resolve(resourceType, path) is { } found)
            {
                _named.Add(found.CanonicalName);
            }
        }
    }

    /// <summary>The tree of a whole resource.</summary>
    public ProjectionNode Build(SchemaCatalog catalog)
    {
        var main = _schemas[0];
        var members = catalog.CommonAttributes.Select(attribute => (attribute.Name, Attribute(attribute, "", wholeSchema: false)))
            .Concat(main.Attributes.Select(attribute => (attribute.Name, Attribute(attribute, "", _wholeSchemas.Contains(main.Id)))))
            .Concat(_schemas.Skip(1).Select(schema => (schema.Id, Extension(schema))));
        return ProjectionNode.Of(keepsOthers: !_including, members);
    }

    private ProjectionNode Extension(SchemaDefinition schema)
    {
        var whole = _wholeSchemas.Contains(schema.Id);
        var members = schema.Attributes.Select(attribute => (attribute.Name, Attribute(attribute, schema.Id + ":", whole)));

        // What a schema doesn't list goes with the schema.
        return ProjectionNode.Of(keepsOthers: _including == whole, members);
    }

    private ProjectionNode Attribute(AttributeDefinition attribute, string prefix, bool wholeSchema)
    {
        var name = prefix + attribute.Name;
        var self = Decide(attribute, _named.Contains(name), wholeSchema);
        if (attribute.SubAttributes.Count == 0 || self == ProjectionNode.Keep == _including)
        {
            return WithUnasked(attribute, self);
        }

        var subs = attribute.SubAttributes.Select(sub => (sub.Name, Node: Decide(sub, _named.Contains($"{name}.{sub.Name}"), wholeSchema: false))).ToList();
        return _including && !attribute.SubAttributes.Any(sub => _named.Contains($"{name}.{sub.Name}"))
            ? self
            : ProjectionNode.Of(keepsOthers: !_including, subs);
    }

    // A value kept whole still lacks the sub-attributes that have to be asked for by name.
    private static ProjectionNode WithUnasked(AttributeDefinition attribute, ProjectionNode self) => self != ProjectionNode.Keep
        ? self
        : ProjectionNode.Of(
            keepsOthers: true,
            attribute.SubAttributes
                .Where(sub => sub.Returned is AttributeReturned.Never or AttributeReturned.Request)
                .Select(sub => (sub.Name, ProjectionNode.Drop)));

    private ProjectionNode Decide(AttributeDefinition attribute, bool named, bool wholeSchema)
    {
        var keeps = attribute.Returned switch
        {
            AttributeReturned.Always => true,
            AttributeReturned.Never => false,
            AttributeReturned.Request => _including && named,
            _ => _isDefault || _including == (named || wholeSchema),
        };
        return keeps ? ProjectionNode.Keep : ProjectionNode.Drop;
    }
}
