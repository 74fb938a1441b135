namespace ScimBridge.Admin.Actions;

/// <summary>Whether a token opens its directory.</summary>
internal enum TokenState
{
    /// <summary>It does.</summary>
    Live,

    /// <summary>It does, and will soon do so no longer.</summary>
    Expiring,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Somebody revoked it, or it was taken out of the settings.</summary>
    Revoked,
}
