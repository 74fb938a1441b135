namespace ScimBridge.Scim.OAuth;

/// <summary>Tells an issuer's access tokens from the directories' own.</summary>
internal static class AccessToken
{
    private const string Bearer = "Bearer ";

    /// <summary>Whether a token has the three parts of a signed JWT (RFC 7515 section 7.1).</summary>
    public static bool HasForm(ReadOnlySpan<char> token) => token.Count('.') == 2;

    /// <summary>Whether the one token that a request has is such a token.</summary>
    public static bool IsIn(HttpRequest request) =>
        request.Headers.Authorization is [{ } header]
        && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        && HasForm(header.AsSpan(Bearer.Length));
}
