using System.Buffers;
using System.Text;
using System.Text.Json;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Projection;

/// <summary>Which attributes an answer has: the parameters <c>attributes</c> and <c>excludedAttributes</c> (RFC 7644 section 3.9). Immutable.</summary>
public sealed class AttributeSelection
{
    private readonly SchemaCatalog catalog;
    private readonly string resourceType;
    private readonly ProjectionNode root;
    private readonly byte[] mainSchema;

    private AttributeSelection(IReadOnlyList<string>? names, bool including, string resourceType, SchemaCatalog catalog)
    {
        this.catalog = catalog;
        this.resourceType = resourceType;
        root = new SelectionBuilder(names, including, resourceType, catalog).Build(catalog);
        mainSchema = Encoding.UTF8.GetBytes(catalog.SchemasOf(resourceType)[0].Id);
        IsDefault = names is null && !catalog.IsClosed && !catalog.SchemasOf(resourceType).SelectMany(schema => schema.Attributes).Any(IsOnRequest);
    }

    /// <summary>Whether the request asks for nothing special and nothing has to be asked for, so that a resource can be sent as it is.</summary>
    public bool IsDefault { get; }

    /// <summary>Reads the two parameters.</summary>
    /// <param name="attributes">Names divided by commas: the answer has these, and what is always returned. Blank means absent.</param>
    /// <param name="excludedAttributes">Names divided by commas: the answer lacks these, but never what is always returned. Blank means absent.</param>
    /// <param name="resourceType">The name of the resource type.</param>
    /// <param name="catalog">The schemas.</param>
    /// <remarks>
    /// A name is an attribute, a sub-attribute, either with a URN in front, or the URN of a schema, which stands for all its attributes.
    /// A name that means nothing is passed over: clients send one list to servers with different extensions.
    /// </remarks>
    /// <exception cref="ScimException">400 invalidValue: both are given, though each rules out the other.</exception>
    /// <exception cref="ArgumentException">There is no such resource type.</exception>
    public static AttributeSelection Parse(string? attributes, string? excludedAttributes, string resourceType, SchemaCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var included = Names(attributes);
        var excluded = Names(excludedAttributes);
        return included is null || excluded is null
            ? new AttributeSelection(included ?? excluded, included is not null, resourceType, catalog)
            : throw ScimException.InvalidValue("attributes and excludedAttributes cannot be used together.");
    }

    /// <summary>Whether an answer can have any of the attribute; where it can't, the server need not read it.</summary>
    /// <param name="attribute">A path such as <c>members</c> or <c>members.display</c>, or the URN of a schema.</param>
    /// <returns>For a name that means nothing: whether unknown members are kept.</returns>
    public bool Includes(string attribute)
    {
        if (catalog.FindSchema(attribute) is { } schema && schema.Id != catalog.SchemasOf(resourceType)[0].Id)
        {
            return root.Find(schema.Id) != ProjectionNode.Drop;
        }

        if (!AttributePath.TryParse(attribute, out var path) || catalog.Resolve(resourceType, path) is not { } found)
        {
            return root.KeepsOthers;
        }

        var node = found.IsExtension ? root.Find(found.Schema.Id).Find(found.Attribute.Name) : root.Find(found.Attribute.Name);
        return (found.SubAttribute is null ? node : node.Find(found.SubAttribute.Name)) != ProjectionNode.Drop;
    }

    /// <summary>Writes the resource with the selected attributes, in their order and to the byte as they were.</summary>
    /// <param name="resourceUtf8Json">A complete resource: JSON, so without the marker of a stored body.</param>
    /// <param name="output">Receives JSON; also partly when an exception comes.</param>
    /// <remarks><c>schemas</c> names only the schemas that the answer has something of. What is left empty is left out.</remarks>
    /// <exception cref="JsonException">The bytes are no JSON object.</exception>
    public void Write(ReadOnlySpan<byte> resourceUtf8Json, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        new JsonProjector(resourceUtf8Json, output, root, mainSchema).Write();
    }

    /// <summary>Writes one value of a multi-valued attribute, with the sub-attributes that are selected, for resources that are written piece by piece.</summary>
    /// <param name="attribute">The name of an attribute of the main schema, such as <c>members</c>.</param>
    /// <param name="valueUtf8Json">The value, an object.</param>
    /// <param name="output">Receives JSON.</param>
    /// <returns>False, with nothing written, when nothing of the value is selected.</returns>
    public bool WriteValue(string attribute, ReadOnlySpan<byte> valueUtf8Json, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return new JsonProjector(valueUtf8Json, output, root.Find(attribute), mainSchema).TryWriteValue();
    }

    private static bool IsOnRequest(AttributeDefinition attribute) =>
        attribute.Returned == AttributeReturned.Request || attribute.SubAttributes.Any(IsOnRequest);

    private static string[]? Names(string? list)
    {
        var names = (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Length == 0 ? null : names;
    }
}
