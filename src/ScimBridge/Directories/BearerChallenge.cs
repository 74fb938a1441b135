namespace ScimBridge.Directories;

/// <summary>The value of <c>WWW-Authenticate</c> that asks for a bearer token (RFC 6750 section 3).</summary>
internal static class BearerChallenge
{
    /// <summary>The challenge.</summary>
    /// <param name="error">What is wrong with the token that came; null when none did.</param>
    /// <param name="parameters">More parameters, each with its name; null ones are left out.</param>
    public static string Of(string? error, params IEnumerable<(string Name, string? Value)> parameters) =>
        "Bearer " + string.Join(", ", parameters.Prepend(("error", error)).Prepend(("realm", "ScimBridge"))
            .Where(parameter => parameter.Item2 is not null).Select(parameter => $"{parameter.Item1}=\"{parameter.Item2}\""));
}
