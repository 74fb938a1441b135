namespace ScimBridge.Employees;

/// <summary>Why a read failed as a whole.</summary>
internal enum SourceFailure
{
    /// <summary>The HR system does not know the service user or its token (401). Final: not tried again in this run.</summary>
    InvalidCredentials,

    /// <summary>The service user may not read people (403). Final: not tried again in this run.</summary>
    Forbidden,

    /// <summary>The HR system's request budget was used up (429) for longer than a run waits.</summary>
    RateLimited,

    /// <summary>The HR system refused the request itself (another 4xx).</summary>
    Refused,

    /// <summary>The HR system can't be reached, answers 5xx, or was too slow.</summary>
    Unavailable,

    /// <summary>The answer was cut off, was not JSON, or had another shape than people.</summary>
    Unreadable,

    /// <summary>The answer was complete and held nobody: a lost audience looks just like this.</summary>
    Empty,

    /// <summary>A field without which nothing can be decided came with nobody: the lifecycle status.</summary>
    MissingField,

    /// <summary>The base URL's host is not one that may be read from.</summary>
    HostNotAllowed,
}
