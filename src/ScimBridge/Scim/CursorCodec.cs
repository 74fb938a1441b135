using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using ScimBridge.Protocol;
using ScimBridge.Storage;

namespace ScimBridge.Scim;

/// <summary>Makes cursors and reads them again (RFC 9865): encrypted and signed, in unreserved characters, good for one walk of one directory.</summary>
/// <remarks>A cursor holds where the walk stands and nothing of what was read; whoever presents it still needs a token of the same directory and scope.</remarks>
internal sealed class CursorCodec(IDataProtectionProvider protection, TimeProvider time)
{
    private const int Length = Digest.Length + (2 * sizeof(long)) + (5 * sizeof(int));

    private readonly IDataProtector protector = protection.CreateProtector("ScimBridge.Scim.Cursor");

    /// <summary>The cursor of the page that comes next.</summary>
    /// <param name="position">Where the walk stands.</param>
    /// <param name="owner">Whom and what the walk is for; see <see cref="Read"/>.</param>
    public string Write(CursorPosition position, string owner)
    {
        Span<byte> bytes = stackalloc byte[Length];
        FingerprintOf(owner, bytes);
        var rest = bytes[Digest.Length..];
        BinaryPrimitives.WriteInt64BigEndian(rest, position.VersionAt);
        BinaryPrimitives.WriteInt64BigEndian(rest[8..], time.GetUtcNow().AddSeconds(ScimLimits.CursorLifetime).ToUnixTimeSeconds());
        BinaryPrimitives.WriteInt32BigEndian(rest[16..], position.Version);
        BinaryPrimitives.WriteInt32BigEndian(rest[20..], position.Count);
        BinaryPrimitives.WriteInt32BigEndian(rest[24..], position.Total);
        BinaryPrimitives.WriteInt32BigEndian(rest[28..], position.Seen);
        BinaryPrimitives.WriteInt32BigEndian(rest[32..], position.After);
        return Base64Url.EncodeToString(protector.Protect(bytes.ToArray()));
    }

    /// <summary>Where the walk stands.</summary>
    /// <param name="cursor">What the client sent.</param>
    /// <param name="owner">Directory, token scope and query; a cursor of any other is invalid.</param>
    /// <exception cref="ScimException">400 invalidCursor, or 400 expiredCursor for one that was good.</exception>
    public CursorPosition Read(string cursor, string owner)
    {
        Span<byte> fingerprint = stackalloc byte[Digest.Length];
        FingerprintOf(owner, fingerprint);
        if (Unprotected(cursor) is not { Length: Length } bytes || !CryptographicOperations.FixedTimeEquals(fingerprint, bytes.AsSpan(0, Digest.Length)))
        {
            throw ScimException.InvalidCursor();
        }

        var rest = bytes.AsSpan(Digest.Length);
        if (BinaryPrimitives.ReadInt64BigEndian(rest[8..]) < time.GetUtcNow().ToUnixTimeSeconds())
        {
            throw ScimException.ExpiredCursor(ScimLimits.CursorLifetime);
        }

        return new CursorPosition(
            BinaryPrimitives.ReadInt32BigEndian(rest[16..]),
            BinaryPrimitives.ReadInt64BigEndian(rest),
            BinaryPrimitives.ReadInt32BigEndian(rest[20..]),
            BinaryPrimitives.ReadInt32BigEndian(rest[24..]),
            BinaryPrimitives.ReadInt32BigEndian(rest[28..]),
            BinaryPrimitives.ReadInt32BigEndian(rest[32..]));
    }

    private static void FingerprintOf(string owner, Span<byte> output) =>
        Digest.Of(Encoding.UTF8.GetBytes(owner)).ToBytes().CopyTo(output);

    private byte[]? Unprotected(string cursor)
    {
        try
        {
            return Base64Url.IsValid(cursor) ? protector.Unprotect(Base64Url.DecodeFromChars(cursor)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
