namespace ScimBridge.Protocol.Resources;

/// <summary>A resource's metadata (RFC 7643 section 3.1).</summary>
public sealed record ScimMeta
{
    /// <summary>The resource type's name.</summary>
    public required string ResourceType { get; init; }

    /// <summary>When the service provider added the resource; UTC, in whole milliseconds.</summary>
    public string? Created { get; init; }

    /// <summary>When the resource last changed here; UTC, in whole milliseconds.</summary>
    public string? LastModified { get; init; }

    /// <summary>Where the resource is.</summary>
    public ResourceReference? Location { get; init; }

    /// <summary>The entity tag (RFC 7644 section 3.14).</summary>
    public string? Version { get; init; }
}
