namespace ScimBridge.Protocol.Schemas;

/// <summary>A kind of resource (RFC 7643 section 6).</summary>
public sealed record ResourceTypeDefinition
{
    /// <summary>The identifier, which is its name here.</summary>
    public required string Id { get; init; }

    /// <summary>The name, which <c>meta.resourceType</c> carries.</summary>
    public required string Name { get; init; }

    /// <summary>Where the resources are, below the base URL and with a leading slash, such as <c>/Users</c>.</summary>
    public required string Endpoint { get; init; }

    /// <summary>What the resources are, for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>The URN of the main schema.</summary>
    public required string Schema { get; init; }

    /// <summary>The schemas that extend the main one.</summary>
    public IReadOnlyList<SchemaExtension> SchemaExtensions { get; init; } = [];
}
