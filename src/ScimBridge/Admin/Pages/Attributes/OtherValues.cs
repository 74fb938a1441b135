namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>What becomes of values that a table does not have.</summary>
internal enum OtherValues
{
    /// <summary>They are left out, and the run says so.</summary>
    Reported,

    /// <summary>They are left out silently.</summary>
    LeftOut,

    /// <summary>They all become one text.</summary>
    Replaced,
}
