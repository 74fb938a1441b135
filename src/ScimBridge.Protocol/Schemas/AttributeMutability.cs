namespace ScimBridge.Protocol.Schemas;

/// <summary>Whether and when clients may write an attribute (RFC 7643 section 7).</summary>
public enum AttributeMutability
{
    /// <summary>Never.</summary>
    ReadOnly,

    /// <summary>At any time.</summary>
    ReadWrite,

    /// <summary>When the resource is made, and not later.</summary>
    Immutable,

    /// <summary>At any time, and nobody may read it.</summary>
    WriteOnly,
}
