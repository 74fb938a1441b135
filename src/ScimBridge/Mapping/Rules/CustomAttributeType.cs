using System.Diagnostics.CodeAnalysis;

namespace ScimBridge.Mapping.Rules;

/// <summary>The types that an attribute of a directory's own can have.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The names are those of RFC 7643.")]
internal enum CustomAttributeType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Decimal,

    /// <summary>A moment; a calendar day becomes the midnight, in UTC, with which it begins.</summary>
    DateTime,

    /// <summary>An absolute URI.</summary>
    Reference,
}
