using System.Security.Cryptography;

namespace ScimBridge.Directories;

/// <summary>The layout of a wrapped key ring entry: nonce, tag, ciphertext.</summary>
internal static class KeyRingCipher
{
    /// <summary>Bytes of the nonce.</summary>
    public const int NonceSize = 12;

    /// <summary>Bytes of the tag.</summary>
    public const int TagSize = 16;

    /// <summary>The cipher under <c>Secrets:Key</c>.</summary>
    public static AesGcm Open(SecretsOptions secrets) =>
        new(secrets.KeyBytes() ?? throw new CryptographicException("Secrets:Key is missing or malformed."), TagSize);

    /// <summary>The three parts of an entry.</summary>
    /// <exception cref="CryptographicException">The entry is too short to be one.</exception>
    public static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Cipher) Parts(byte[] entry) => entry.Length < NonceSize + TagSize
        ? throw new CryptographicException("A wrapped key is too short.")
        : (entry.AsMemory(0, NonceSize), entry.AsMemory(NonceSize, TagSize), entry.AsMemory(NonceSize + TagSize));
}
