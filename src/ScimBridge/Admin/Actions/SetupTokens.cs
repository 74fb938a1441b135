using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ScimBridge.Admin.Actions;

/// <summary>What opens setup links: 256 random bits behind a prefix, of which only SHA-256 is kept.</summary>
internal static class SetupTokens
{
    /// <summary>What they begin with, so that a secret scanner knows one.</summary>
    public const string Prefix = "scimbridge_setup_";

    private const int Bytes = 32;

    /// <summary>A new one.</summary>
    public static string Generate() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Its hash, by which it is found; null for what can be none.</summary>
    public static byte[]? Hash(string? token) => token?.Length == Prefix.Length + Base64Url.GetEncodedLength(Bytes) && token.StartsWith(Prefix, StringComparison.Ordinal)
        ? SHA256.HashData(Encoding.UTF8.GetBytes(token))
        : null;
}
