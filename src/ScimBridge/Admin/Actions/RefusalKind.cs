namespace ScimBridge.Admin.Actions;

/// <summary>Why something that was asked for was not done.</summary>
internal enum RefusalKind
{
    /// <summary>What was given is wrong by itself.</summary>
    Invalid,

    /// <summary>There is no such thing.</summary>
    NotFound,

    /// <summary>It can't be done as things are now.</summary>
    Conflict,

    /// <summary>Somebody changed it since the caller looked.</summary>
    Outdated,

    /// <summary>The caller's role does not allow it, or the caller's session is over.</summary>
    Forbidden,

    /// <summary>The HR system did not answer, or not as it should.</summary>
    Upstream,
}
