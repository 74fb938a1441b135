namespace ScimBridge.Mapping.Targets;

/// <summary>What can be put into an attribute.</summary>
internal enum TargetKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A calendar day, <c>yyyy-MM-dd</c>.</summary>
    Day,

    /// <summary>An ISO 3166-1 alpha-2 code (RFC 7643 section 4.1.2).</summary>
    Country,

    /// <summary>An absolute URI.</summary>
    Uri,

    /// <summary>Another employee, who is a user here too.</summary>
    Person,

    /// <summary>Nothing: the attribute holds others and can only be dropped, with all that is in it.</summary>
    Whole,
}
