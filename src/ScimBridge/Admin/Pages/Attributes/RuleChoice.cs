namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>Where an attribute comes from, in the large.</summary>
internal enum RuleChoice
{
    /// <summary>The default mapping.</summary>
    Default,

    /// <summary>A source of the directory's own.</summary>
    Source,

    /// <summary>Nowhere: it is left out.</summary>
    Drop,
}
