using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Accounts;

/// <summary>Keys of the admin API: 256 random bits between a prefix and a check, of which only SHA-256 is kept; and the one of the settings.</summary>
internal sealed class ApiKeys(ApiKeyStore keys, IOptions<AdminOptions> options, TimeProvider time)
{
    /// <summary>What generated keys begin with, so that a secret scanner knows one.</summary>
    public const string Prefix = "scimbridge_key_";

    /// <summary>How many characters at the end follow from the others, by which a scanner knows a real key.</summary>
    public const int CheckLength = 6;

    private static readonly TimeSpan s_useNoted = TimeSpan.FromMinutes(1);

    /// <summary>A new key.</summary>
    public static string Generate()
    {
        var key = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return key + CheckOf(key);
    }

    /// <summary>What is kept of a key.</summary>
    public static TokenPrint PrintOf(string key) => new(Hash(key), $"{Prefix}…{key[^4..]}");

    /// <summary>Whoever holds the key, and that it was used; null when it opens nothing.</summary>
    public async Task<ApiKeyBearer?> FindAsync(string presented, CancellationToken cancellationToken)
    {
        if (presented.Length is < AdminOptions.ShortestApiKey or > AdminOptions.Longest)
        {
            return null;
        }

        // Hashed first, so that neither the time nor the length compared depends on the key.
        var hash = Hash(presented);
        if (options.Value.ApiKey is { Length: >= AdminOptions.ShortestApiKey } configured && CryptographicOperations.FixedTimeEquals(hash, Hash(configured)))
        {
            return new ApiKeyBearer(AuditActor.ApiKey, AdminRole.Admin);
        }

        var now = time.GetUtcNow();
        if (!IsWellFormed(presented)
            || await keys.FindLiveAsync(hash, now, cancellationToken) is not { } key
            || !CryptographicOperations.FixedTimeEquals(hash, key.Hash))
        {
            return null;
        }

        if (key.LastUsedAt is null || key.LastUsedAt <= now - s_useNoted)
        {
            await keys.NoteUseAsync(key.Id, now, cancellationToken);
        }

        return new ApiKeyBearer(key.Name, key.Role);
    }

    private static bool IsWellFormed(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) && string.Equals(CheckOf(key[..^CheckLength]), key[^CheckLength..], StringComparison.Ordinal);

    private static string CheckOf(string key) => Base64Url.EncodeToString(Hash(key))[..CheckLength];

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
