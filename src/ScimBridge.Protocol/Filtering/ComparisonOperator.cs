namespace ScimBridge.Protocol.Filtering;

/// <summary>How an attribute is compared with a literal (RFC 7644 table 3); <c>pr</c> is a <see cref="PresenceFilter"/>.</summary>
public enum ComparisonOperator
{
    /// <summary><c>eq</c>: a value equals the literal; with null: there is no value.</summary>
    Equal,

    /// <summary><c>ne</c>: there is no value, or one differs from the literal; with null: there is a value.</summary>
    NotEqual,

    /// <summary><c>co</c>: a value contains the literal.</summary>
    Contains,

    /// <summary><c>sw</c>: a value starts with the literal.</summary>
    StartsWith,

    /// <summary><c>ew</c>: a value ends with the literal.</summary>
    EndsWith,

    /// <summary><c>gt</c>: a value is greater or later.</summary>
    GreaterThan,

    /// <summary><c>ge</c>: a value is greater or later, or equal.</summary>
    GreaterThanOrEqual,

    /// <summary><c>lt</c>: a value is less or earlier.</summary>
    LessThan,

    /// <summary><c>le</c>: a value is less or earlier, or equal.</summary>
    LessThanOrEqual,
}
