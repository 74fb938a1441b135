namespace ScimBridge.Mapping.Rules;

/// <summary>What a condition says of a field. Texts are compared ignoring case, and of a list item both its name and its identifier.</summary>
internal enum ConditionOperator
{
    /// <summary>It is the value.</summary>
    Eq,

    /// <summary>It is one of the values.</summary>
    In,

    /// <summary>It starts with the value.</summary>
    Sw,

    /// <summary>It ends with the value.</summary>
    Ew,

    /// <summary>It contains the value.</summary>
    Co,

    /// <summary>It has a value.</summary>
    Present,

    /// <summary>The HR system says that it has no value.</summary>
    Empty,

    /// <summary>It is a day before the value.</summary>
    Before,

    /// <summary>It is a day after the value.</summary>
    After,
}
