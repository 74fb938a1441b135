namespace ScimBridge.Protocol.Filtering;

/// <summary>How two filters are joined; <see cref="And"/> binds tighter.</summary>
public enum LogicalOperator
{
    /// <summary>Both hold.</summary>
    And,

    /// <summary>At least one holds.</summary>
    Or,
}
