using ScimBridge.Employees;

namespace ScimBridge.Sync;

/// <summary>The fixed codes under which runs say why they failed.</summary>
internal static class FailureReasons
{
    /// <summary>The code of a failed read.</summary>
    public static string Of(SourceFailure failure) => failure switch
    {
        SourceFailure.InvalidCredentials => "invalid_credentials",
        SourceFailure.Forbidden => "forbidden",
        SourceFailure.RateLimited => "rate_limited",
        SourceFailure.Refused => "refused",
        SourceFailure.Unavailable => "unavailable",
        SourceFailure.Unreadable => "unreadable",
        SourceFailure.Empty => "empty_company",
        SourceFailure.MissingField => "missing_field",
        SourceFailure.HostNotAllowed => "host_not_allowed",
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, "The failure has no code."),
    };
}
