namespace ScimBridge.Employees;

/// <summary>What came of checking a connection.</summary>
internal enum AccessOutcome
{
    /// <summary>People and what is needed of them can be read.</summary>
    Granted,

    /// <summary>The service user's id or token is wrong (401).</summary>
    InvalidCredentials,

    /// <summary>The service user is in no permission group, or the caller's address is refused (403).</summary>
    NoPermission,

    /// <summary>The host is not one that may be read from.</summary>
    HostNotAllowed,

    /// <summary>No connection to the host was made.</summary>
    HostNotReached,

    /// <summary>What answers at the base URL is not the HR system's API, such as a web page.</summary>
    WrongAddress,

    /// <summary>The service user sees nobody.</summary>
    NobodyVisible,

    /// <summary>People are visible, and nobody's lifecycle status is.</summary>
    LifecycleHidden,

    /// <summary>The HR system could not answer now: out of budget, broken or too slow.</summary>
    Unavailable,

    /// <summary>The HR system refused what was asked for.</summary>
    Refused,
}
