using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace ScimBridge.Protocol;

/// <summary>Identifiers that follow from a name: UUIDs of version 5 (RFC 9562 section 5.5).</summary>
public static class NameBasedGuid
{
    /// <summary>The UUID of <paramref name="name"/> within <paramref name="namespaceId"/>; the same pair always gives the same one.</summary>
    /// <param name="namespaceId">The namespace.</param>
    /// <param name="name">The name, hashed as UTF-8 and to the letter.</param>
    /// <exception cref="ArgumentException">The name holds a lone surrogate, so that two names would become one.</exception>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 9562 prescribes SHA-1; the result is a name, not a secret or a signature.")]
    public static Guid Create(Guid namespaceId, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetBytes(name);
        var input = new byte[16 + text.Length];
        namespaceId.TryWriteBytes(input, bigEndian: true, out _);
        text.CopyTo(input, 16);

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(input, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
