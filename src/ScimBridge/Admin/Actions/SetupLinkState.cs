namespace ScimBridge.Admin.Actions;

/// <summary>Whether a setup link can be used.</summary>
internal enum SetupLinkState
{
    /// <summary>It can.</summary>
    Open,

    /// <summary>It was.</summary>
    Used,

    /// <summary>An admin ended it, or its directory can't be linked by it any more.</summary>
    Ended,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Credentials that are no good were entered too often.</summary>
    Exhausted,

    /// <summary>There is no such link.</summary>
    Unknown,
}
