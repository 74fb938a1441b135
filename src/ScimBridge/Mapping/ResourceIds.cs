using System.Security.Cryptography;
using System.Text;
using ScimBridge.Employees;

namespace ScimBridge.Mapping;

/// <summary>SCIM identifiers, made from what never changes, so that a directory linked anew gives its clients the ids they know.</summary>
internal static class ResourceIds
{
    // Part of every id ever given out: must never change.
    private static readonly Guid Namespace = new("b0938f81-0791-4267-bb8c-248869546454");

    /// <summary>The <c>id</c> of a user.</summary>
    public static string User(string directoryKey, string employeeId) => NameBased($"{directoryKey}/User/{employeeId}");

    /// <summary>The <c>id</c> of a group.</summary>
    public static string Group(string directoryKey, GroupSource source, string itemId) =>
        NameBased($"{directoryKey}/Group/{GroupExternalId(source, itemId)}");

    /// <summary>The <c>externalId</c> of a group, such as <c>department:263100417</c>.</summary>
    public static string GroupExternalId(GroupSource source, string itemId) => $"{Prefix(source)}:{itemId}";

    private static string Prefix(GroupSource source) => source switch
    {
        GroupSource.Department => "department",
        GroupSource.Site => "site",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "No identifier is known for groups of this source."),
    };

    // RFC 9562 section 5.5.
    private static string NameBased(string name)
    {
        var length = Encoding.UTF8.GetByteCount(name);
        var input = new byte[16 + length];
        Namespace.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input.AsSpan(16));
#pragma warning disable CA5350 // Version 5 is defined with SHA-1, and nothing secret rests on it.
        var hash = SHA1.HashData(input);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString();
    }
}
