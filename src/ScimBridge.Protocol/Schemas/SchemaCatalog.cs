using System.Reflection;

namespace ScimBridge.Protocol.Schemas;

/// <summary>The schemas and resource types that the service provider knows (RFC 7643 sections 6 and 7). Immutable.</summary>
public sealed class SchemaCatalog
{
    private static readonly Lazy<SchemaCatalog> Embedded = new(ReadEmbedded);

    // Asked for by every filter and every projection.
    private readonly Dictionary<string, IReadOnlyList<SchemaDefinition>> schemasOfTypes;

    // Whether a path can name the attribute "schemas", which says of parts of a resource that they are there.
    private readonly bool resolvesSchemas;

    private SchemaCatalog(IReadOnlyList<SchemaDefinition> schemas, IReadOnlyList<ResourceTypeDefinition> resourceTypes, IReadOnlyList<AttributeDefinition>? commonAttributes = null)
    {
        Schemas = schemas;
        ResourceTypes = resourceTypes;
        CommonAttributes = commonAttributes ?? Protocol.Schemas.CommonAttributes.All;
        resolvesSchemas = commonAttributes is null;
        ServedSchemas = [.. schemas.Select(schema => schema with { Attributes = [.. schema.Attributes.Where(attribute => attribute.IsReadable)] })];
        schemasOfTypes = resourceTypes.ToDictionary(
            type => type.Name,
            IReadOnlyList<SchemaDefinition> (type) =>
                [.. type.SchemaExtensions.Select(extension => extension.Schema).Prepend(type.Schema).Select(urn => FindServedSchema(urn)!)],
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Every schema in full: first those of the resource types, each followed by its extensions, then those of discovery.</summary>
    public IReadOnlyList<SchemaDefinition> Schemas { get; }

    /// <summary>The schemas as they are served: without what no mapping can ever fill, because nobody may read it (<c>password</c>).</summary>
    public IReadOnlyList<SchemaDefinition> ServedSchemas { get; }

    /// <summary>The resource types; User comes first, since clients take the first for people.</summary>
    public IReadOnlyList<ResourceTypeDefinition> ResourceTypes { get; }

    /// <summary><c>schemas</c>, <c>id</c>, <c>externalId</c> and <c>meta</c>, which belong to every resource and to no schema document (RFC 7643 section 3.1).</summary>
    public IReadOnlyList<AttributeDefinition> CommonAttributes { get; }

    /// <summary>Whether nothing is shown of a resource but what the catalog lists: see <see cref="Restricted"/>.</summary>
    public bool IsClosed { get; private init; }

    /// <summary>The catalog of the embedded documents, which are read once.</summary>
    public static SchemaCatalog Load() => Embedded.Value;

    /// <summary>The schema with that URN, ignoring case, or null.</summary>
    public SchemaDefinition? FindSchema(string urn) => ById(Schemas, urn);

    /// <summary>The schema with that URN as it is served, ignoring case, or null; see <see cref="ServedSchemas"/>.</summary>
    public SchemaDefinition? FindServedSchema(string urn) => ById(ServedSchemas, urn);

    /// <summary>The resource type of that name, ignoring case, or null.</summary>
    public ResourceTypeDefinition? FindResourceType(string name) =>
        ResourceTypes.FirstOrDefault(type => type.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The served schemas of a resource type: the main one, then its extensions.</summary>
    /// <exception cref="ArgumentException">There is no such resource type.</exception>
    public IReadOnlyList<SchemaDefinition> SchemasOf(string resourceTypeName) => schemasOfTypes.TryGetValue(resourceTypeName, out var schemas)
        ? schemas
        : throw new ArgumentException("There is no such resource type.", nameof(resourceTypeName));

    /// <summary>This catalog with one more extension of a resource type, such as the attributes a directory maps by rules of its own.</summary>
    /// <exception cref="ArgumentException">There is no such resource type, or the catalog has a schema with that URN.</exception>
    public SchemaCatalog WithExtension(string resourceTypeName, SchemaDefinition extension)
    {
        var type = FindResourceType(resourceTypeName) ?? throw new ArgumentException("There is no such resource type.", nameof(resourceTypeName));
        if (FindSchema(extension.Id) is not null)
        {
            throw new ArgumentException("The catalog has a schema with that URN.", nameof(extension));
        }

        var extended = type with { SchemaExtensions = [.. type.SchemaExtensions, new SchemaExtension(extension.Id, Required: false)] };
        return Create([.. Schemas, extension], [.. ResourceTypes.Select(other => other == type ? extended : other)]);
    }

    /// <summary>This catalog with more attributes at the end of one schema, such as those that a directory adds to our extension.</summary>
    /// <exception cref="ArgumentException">There is no such schema, or a name occurs twice in it, whatever the case.</exception>
    public SchemaCatalog WithAttributes(string schemaUrn, IReadOnlyList<AttributeDefinition> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        var schema = FindSchema(schemaUrn) ?? throw new ArgumentException("The catalog has no schema with that URN.", nameof(schemaUrn));
        if (attributes.Count == 0)
        {
            return this;
        }

        var extended = schema with { Attributes = [.. schema.Attributes, .. attributes] };
        if (extended.Attributes.DistinctBy(attribute => attribute.Name, StringComparer.OrdinalIgnoreCase).Count() < extended.Attributes.Count)
        {
            throw new ArgumentException("A schema names each attribute once.", nameof(attributes));
        }

        return new SchemaCatalog([.. Schemas.Select(other => other == schema ? extended : other)], ResourceTypes);
    }

    /// <summary>This catalog for a client that may see some attributes only: for it there are no others, and an extension without any is none.</summary>
    /// <param name="attributes">Names as the parameter <c>attributes</c> takes them; <c>id</c>, <c>meta</c> and <c>schemas</c> need not be named. Null for all.</param>
    /// <remarks>No filter can name <c>schemas</c>, which would tell of what else a resource has.</remarks>
    public SchemaCatalog Restricted(IReadOnlyList<string>? attributes)
    {
        if (attributes is null)
        {
            return new SchemaCatalog(Schemas, ResourceTypes, CommonAttributes);
        }

        var allowed = new AllowedAttributes(attributes, this);
        var ofTypes = schemasOfTypes.Values.SelectMany(schemas => schemas).Select(schema => schema.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var restricted = Schemas.Select(schema => ofTypes.Contains(schema.Id) ? allowed.Of(schema) : schema).ToList();
        List<ResourceTypeDefinition> types =
        [
            .. ResourceTypes.Select(type => type with
            {
                SchemaExtensions = [.. type.SchemaExtensions.Where(extension => ById(restricted, extension.Schema) is { Attributes.Count: > 0 })],
            }),
        ];
        var used = types.SelectMany(type => type.SchemaExtensions.Select(extension => extension.Schema).Prepend(type.Schema)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new SchemaCatalog(
            [.. restricted.Where(schema => used.Contains(schema.Id) || !ofTypes.Contains(schema.Id))], types, [.. CommonAttributes.Where(allowed.HasCommon)])
        {
            IsClosed = true,
        };
    }

    /// <summary>Whether a name, as the parameter <c>attributes</c> takes it, means anything in a resource of any type.</summary>
    public bool Knows(string name) => ResourceTypes.Any(type => SchemasOf(type.Name).Any(schema => schema.Id.Equals(name, StringComparison.OrdinalIgnoreCase))
        || (AttributePath.TryParse(name, out var path) && Resolve(type.Name, path) is not null));

    /// <summary>The attribute that <paramref name="path"/> names in a resource of that type, or null.</summary>
    /// <remarks>
    /// Names and URNs are compared ignoring case (RFC 7643 section 2.1). Without a URN a path means a common attribute, one of the
    /// main schema, or one of an extension when a single extension has that name. What nobody may read is never found.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no such resource type.</exception>
    public ResolvedAttribute? Resolve(string resourceTypeName, AttributePath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var schemas = SchemasOf(resourceTypeName);
        var found = path.SchemaUri is { } urn ? FindQualified(schemas, urn, path.Name) : FindUnqualified(schemas, path.Name);
        if (found is null || path.SubAttribute is null)
        {
            return found;
        }

        return found.Attribute.FindSubAttribute(path.SubAttribute) is { IsReadable: true } sub ? found with { SubAttribute = sub } : null;
    }

    /// <summary>The UTF-8 JSON of a schema as a client reads it.</summary>
    /// <param name="schema">One of <see cref="ServedSchemas"/>.</param>
    /// <param name="baseUrl">The absolute base URL without a slash at its end; <c>meta.location</c> starts with it.</param>
    public static byte[] WriteSchema(SchemaDefinition schema, string baseUrl) => SchemaWriter.Write(schema, baseUrl);

    /// <summary>The UTF-8 JSON of a resource type as a client reads it.</summary>
    /// <param name="resourceType">One of <see cref="ResourceTypes"/>.</param>
    /// <param name="baseUrl">The absolute base URL without a slash at its end; <c>meta.location</c> starts with it.</param>
    public static byte[] WriteResourceType(ResourceTypeDefinition resourceType, string baseUrl) => SchemaWriter.Write(resourceType, baseUrl);

    private ResolvedAttribute? FindQualified(IReadOnlyList<SchemaDefinition> schemas, string urn, string name)
    {
        var schema = ById(schemas, urn);
        if (schema is null)
        {
            return null;
        }

        var isExtension = schema != schemas[0];
        var attribute = schema.FindAttribute(name)
            ?? (isExtension ? null : FindCommon(name));
        return attribute is null ? null : new ResolvedAttribute(schema, attribute, null, isExtension);
    }

    private AttributeDefinition? FindCommon(string name) =>
        SchemaDefinition.Find(CommonAttributes, name) is { } found && (resolvesSchemas || found.Name != "schemas") ? found : null;

    private ResolvedAttribute? FindUnqualified(IReadOnlyList<SchemaDefinition> schemas, string name)
    {
        if (FindQualified(schemas, schemas[0].Id, name) is { } found)
        {
            return found;
        }

        var inExtensions = schemas.Skip(1).Select(schema => FindQualified(schemas, schema.Id, name)).OfType<ResolvedAttribute>().Take(2).ToList();
        return inExtensions.Count == 1 ? inExtensions[0] : null;
    }

    private static SchemaDefinition? ById(IReadOnlyList<SchemaDefinition> schemas, string urn)
    {
        foreach (var schema in schemas)
        {
            if (schema.Id.Equals(urn, StringComparison.OrdinalIgnoreCase))
            {
                return schema;
            }
        }

        return null;
    }

    private static SchemaCatalog ReadEmbedded() => Create(
        [.. Documents("schemas/").Select(document => SchemaReader.ReadSchema(document))],
        [.. Documents("resource-types/").Select(document => SchemaReader.ReadResourceType(document))]);

    private static SchemaCatalog Create(IReadOnlyList<SchemaDefinition> schemas, IReadOnlyList<ResourceTypeDefinition> resourceTypes)
    {
        List<ResourceTypeDefinition> types =
            [.. resourceTypes.OrderBy(type => type.Schema != ScimSchemaUris.User).ThenBy(type => type.Name, StringComparer.Ordinal)];
        var ofTypes = types.SelectMany(type => type.SchemaExtensions.Select(extension => extension.Schema).Prepend(type.Schema));
        var first = ofTypes.Select(urn => ById(schemas, urn) ?? throw new InvalidDataException($"A resource type names {urn}, which has no document."));
        return new SchemaCatalog([.. first.Concat(schemas.OrderBy(schema => schema.Id, StringComparer.Ordinal)).DistinctBy(schema => schema.Id)], types);
    }

    private static IEnumerable<byte[]> Documents(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            // The names hold the build machine's separator.
            if (name.Replace('\\', '/').StartsWith(folder, StringComparison.Ordinal))
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                yield return copy.ToArray();
            }
        }
    }
}
