namespace ScimBridge.Protocol;

/// <summary>The values that an error's <c>scimType</c> may have: those of RFC 7644 section 3.12, table 9, and of RFC 9865 section 2.1.</summary>
public static class ScimErrorType
{
    /// <summary>The filter is malformed, or compares in a way the attribute does not allow (status 400).</summary>
    public const string InvalidFilter = "invalidFilter";

    /// <summary>The answer would hold more than the service provider is willing to return or process (status 400).</summary>
    public const string TooMany = "tooMany";

    /// <summary>A value that must be unique is in use already (status 409).</summary>
    public const string Uniqueness = "uniqueness";

    /// <summary>The change does not fit the attribute's mutability (status 400).</summary>
    public const string Mutability = "mutability";

    /// <summary>The body is malformed or not of the request's schema (status 400).</summary>
    public const string InvalidSyntax = "invalidSyntax";

    /// <summary>The path is malformed or does not exist (status 400).</summary>
    public const string InvalidPath = "invalidPath";

    /// <summary>The path yields nothing that could be changed (status 400).</summary>
    public const string NoTarget = "noTarget";

    /// <summary>A value is missing, or of the wrong type or form (status 400).</summary>
    public const string InvalidValue = "invalidValue";

    /// <summary>The version of the protocol is not supported (status 400).</summary>
    public const string InvalidVersion = "invalidVers";

    /// <summary>The request puts personal data into its URI (status 403).</summary>
    public const string Sensitive = "sensitive";

    /// <summary>The cursor is none that this service provider gave for this query (RFC 9865; status 400).</summary>
    public const string InvalidCursor = "invalidCursor";

    /// <summary>The cursor was good and is too old (RFC 9865; status 400).</summary>
    public const string ExpiredCursor = "expiredCursor";

    /// <summary>The page size of a walk by cursor is none, or not the one it began with (RFC 9865; status 400).</summary>
    public const string InvalidCount = "invalidCount";

    /// <summary>Whether <paramref name="value"/> is one of the above, to the letter.</summary>
    public static bool IsKnown(string value) => value is InvalidFilter or TooMany or Uniqueness or Mutability or InvalidSyntax
        or InvalidPath or NoTarget or InvalidValue or InvalidVersion or Sensitive
        or InvalidCursor or ExpiredCursor or InvalidCount;
}
