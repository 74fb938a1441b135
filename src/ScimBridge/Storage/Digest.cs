using System.Security.Cryptography;

namespace ScimBridge.Storage;

/// <summary>A 128-bit digest (the first half of SHA-256) by which stored things are compared without being read.</summary>
internal readonly record struct Digest(UInt128 Value)
{
    /// <summary>The digest's length in bytes.</summary>
    public const int Length = 16;

    /// <summary>The digest of <paramref name="data"/>.</summary>
    public static Digest Of(ReadOnlySpan<byte> data)
    {
        Span<byte> full = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(data, full);
        return From(full[..Length]);
    }

    /// <summary>The digest with these <see cref="Length"/> bytes.</summary>
    public static Digest From(ReadOnlySpan<byte> bytes) => new(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));

    /// <summary>The digest's bytes, as they are stored.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return bytes;
    }

    /// <summary>The digest as a weak entity tag (RFC 7644 section 3.14).</summary>
    public string ToEntityTag() => $"W/\"{Value:x32}\"";
}
