using System.Diagnostics.CodeAnalysis;

namespace ScimBridge.Protocol.Filtering;

/// <summary>The kinds of literals (RFC 7644 section 3.4.2.2, <c>compValue</c>).</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The names are JSON's.")]
public enum ComparisonValueKind
{
    /// <summary>null.</summary>
    Null,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A string.</summary>
    String,
}
