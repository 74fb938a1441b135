namespace ScimBridge.HiBobSimulator;

/// <summary>The kinds of field that HiBob's metadata knows, as far as the catalogue here uses them.</summary>
public enum FieldType
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>A number, written as a JSON number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>A timestamp without a zone.</summary>
    Time,

    /// <summary>The string id of an item of a named list.</summary>
    List,

    /// <summary>The integer id of an item of a named list.</summary>
    ListId,

    /// <summary>Several string ids of items of a named list.</summary>
    MultiList,

    /// <summary>The id of a person.</summary>
    EmployeeReference,

    /// <summary>A person as an object with id and names.</summary>
    Employee,

    /// <summary>The address of a picture.</summary>
    Avatar,

    /// <summary>A length of time as an object.</summary>
    Period,
}
