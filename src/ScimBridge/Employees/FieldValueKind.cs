namespace ScimBridge.Employees;

/// <summary>What the values of a field are.</summary>
internal enum FieldValueKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>One item of a list.</summary>
    List,

    /// <summary>Any number of items of a list.</summary>
    MultiList,

    /// <summary>Another employee.</summary>
    Person,

    /// <summary>Something else, such as a period or an amount with its currency; it can't be mapped.</summary>
    Other,
}
