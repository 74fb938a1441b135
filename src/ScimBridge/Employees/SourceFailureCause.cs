namespace ScimBridge.Employees;

/// <summary>What more is known of why a read failed than its kind.</summary>
internal enum SourceFailureCause
{
    /// <summary>Nothing more.</summary>
    Unspecified,

    /// <summary>There is no such person or list (404).</summary>
    NotFound,

    /// <summary>The answer was too large (413, or beyond this server's own limit).</summary>
    TooLarge,

    /// <summary>The answer did not come in time (no answer, a connection closed without one, 408, 504, or a body that took too long).</summary>
    TooSlow,

    /// <summary>No connection was made: the name is unknown, nobody listens, or TLS failed.</summary>
    NoConnection,

    /// <summary>The answer was a web page, or of another type that is no JSON.</summary>
    WebPage,
}
