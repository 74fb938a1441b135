namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>What a value can be made of.</summary>
internal enum SourceKind
{
    /// <summary>A field of HiBob.</summary>
    Field,

    /// <summary>The first of several sources that has a value.</summary>
    First,

    /// <summary>A text with fields in it.</summary>
    Template,

    /// <summary>The same text for everybody.</summary>
    Constant,
}
