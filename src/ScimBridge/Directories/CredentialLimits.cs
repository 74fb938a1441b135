namespace ScimBridge.Directories;

/// <summary>What a service user's id and token may look like, and what is shown of the token.</summary>
internal static class CredentialLimits
{
    /// <summary>The most characters of an id.</summary>
    public const int LongestId = 200;

    /// <summary>The most characters of a token.</summary>
    public const int LongestToken = 2000;

    private const int HintLength = 4;

    // A quarter of the token at most is shown.
    private const int ShortestHinted = 4 * HintLength;

    /// <summary>What keeps an id from being one, in a sentence; null when nothing does. Basic authentication ends it at a colon (RFC 7617 section 2).</summary>
    public static string? IdFault(string? id) => id is { Length: > 0 and <= LongestId } && !id.Any(character => character is ':' || char.IsControl(character))
        ? null
        : $"The service user's id has 1 to {LongestId} characters, no colon among them; HiBob shows it as SERVICE-... under Settings > Integrations > Service users.";

    /// <summary>What keeps a token from being one, in a sentence that does not repeat it; null when nothing does.</summary>
    public static string? TokenFault(string? token) => token is { Length: > 0 and <= LongestToken } && !token.Any(char.IsControl)
        ? null
        : $"The service user's token has 1 to {LongestToken} characters; HiBob shows it once, when the service user is made or its token is made anew.";

    /// <summary>The last characters of a token, to tell it from another one; null for one too short to show any.</summary>
    public static string? Hint(string? token) => token is { Length: >= ShortestHinted } ? token[^HintLength..] : null;
}
