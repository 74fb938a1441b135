namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>Who says where an attribute comes from.</summary>
internal enum AttributeOrigin
{
    /// <summary>The default mapping.</summary>
    Default,

    /// <summary>A rule of the directory's own.</summary>
    Own,

    /// <summary>A rule leaves it out.</summary>
    Dropped,

    /// <summary>The server itself: no rule can say otherwise.</summary>
    Fixed,
}
