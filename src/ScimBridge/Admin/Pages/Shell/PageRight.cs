namespace ScimBridge.Admin.Pages.Shell;

/// <summary>What somebody needs to be allowed to do something on a page.</summary>
public enum PageRight
{
    /// <summary>To look.</summary>
    View,

    /// <summary>To run what is set up: syncs, plans, pauses.</summary>
    Operate,

    /// <summary>To set things up, and to see or make secrets.</summary>
    Administer,
}
