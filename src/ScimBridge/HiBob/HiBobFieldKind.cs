namespace ScimBridge.HiBob;

/// <summary>How a field's value is kept.</summary>
internal enum HiBobFieldKind
{
    /// <summary>The value alone: display forms of dates and numbers depend on the caller's locale and would look like changes.</summary>
    Plain,

    /// <summary>An item of a list, with the item's name beside it.</summary>
    List,

    /// <summary>Another person, with that person's name beside it; of an object only id and displayName are kept.</summary>
    Person,
}
