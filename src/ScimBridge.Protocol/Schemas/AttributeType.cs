using System.Diagnostics.CodeAnalysis;

namespace ScimBridge.Protocol.Schemas;

/// <summary>The data types of attributes (RFC 7643 section 2.3).</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The names are the RFC's.")]
public enum AttributeType
{
    /// <summary>Text (section 2.3.1).</summary>
    String,

    /// <summary>True or false (section 2.3.2).</summary>
    Boolean,

    /// <summary>A number with a fraction (section 2.3.3).</summary>
    Decimal,

    /// <summary>A whole number (section 2.3.4).</summary>
    Integer,

    /// <summary>A date with a time of day (section 2.3.5).</summary>
    DateTime,

    /// <summary>Bytes in base64 (section 2.3.6).</summary>
    Binary,

    /// <summary>A URI (section 2.3.7).</summary>
    Reference,

    /// <summary>A value with sub-attributes (section 2.3.8).</summary>
    Complex,
}
