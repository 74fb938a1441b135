namespace ScimBridge.Protocol.Schemas;

/// <summary>Among what a value is unique (RFC 7643 section 7).</summary>
public enum AttributeUniqueness
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The resources of the service provider: here, of one directory.</summary>
    Server,

    /// <summary>All the world.</summary>
    Global,
}
