using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ScimBridge.Storage;

namespace ScimBridge.Directories;

/// <summary>SCIM clients' bearer tokens: 256 random bits behind a prefix, of which only SHA-256 is kept.</summary>
/// <remarks>A fast hash is enough for a random token, and a slow one on every request would invite exhaustion.</remarks>
internal static class ScimTokens
{
    /// <summary>What generated tokens begin with, so that a secret scanner knows one.</summary>
    public const string Prefix = "scimbridge_";

    private const string Bearer = "Bearer ";

    /// <summary>The fewest characters of a token from the settings.</summary>
    public const int ShortestConfigured = 32;

    /// <summary>The most characters of a token.</summary>
    public const int Longest = 512;

    /// <summary>A new token.</summary>
    public static string Generate() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The bearer token of a request (RFC 6750 section 2.1), or null.</summary>
    public static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        && header.AsSpan(Bearer.Length).Trim() is { Length: > 0 and <= Longest } token
            ? token.ToString()
            : null;

    /// <summary>What is kept of a token.</summary>
    public static TokenPrint PrintOf(string token) => new(Hash(token), HintOf(token));

    /// <summary>A token's hash, by which it is found.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>What makes a configured token unfit, to follow its setting's name; null when nothing does.</summary>
    public static string? Weakness(string token) => token switch
    {
        { Length: < ShortestConfigured } => $"has fewer than {ShortestConfigured} characters; make one with 'openssl rand -hex 32'.",
        { Length: > Longest } => $"has more than {Longest} characters.",
        _ when token.Distinct().Count() < 8 => "is not random; make one with 'openssl rand -hex 32'.",
        _ when !token.All(IsTokenCharacter) => "holds a character that a bearer token can't have (RFC 6750 section 2.1).",
        _ => null,
    };

    /// <summary>The four last characters, which leave a token as hard to guess as a random one has to be; nothing of one that is too short for that.</summary>
    private static string HintOf(string token) =>
        (token.StartsWith(Prefix, StringComparison.Ordinal) ? Prefix : "") + "…" + (token.Length < ShortestConfigured ? "" : token[^4..]);

    private static bool IsTokenCharacter(char character) => char.IsAsciiLetterOrDigit(character) || "-._~+/=".Contains(character, StringComparison.Ordinal);
}
