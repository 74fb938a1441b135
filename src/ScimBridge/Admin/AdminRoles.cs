using System.Security.Claims;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin;

/// <summary>Roles in words, and in the identities of those who have them.</summary>
internal static class AdminRoles
{
    private static readonly (string Word, AdminRole Role)[] Known =
    [
        ("viewer", AdminRole.Viewer), ("operator", AdminRole.Operator), ("admin", AdminRole.Admin),
    ];

    /// <summary>All words, for whoever used another one.</summary>
    public static string All { get; } = string.Join(", ", Known.Select(known => known.Word));

    /// <summary>The word for a role.</summary>
    public static string Word(AdminRole role) => Known.Single(known => known.Role == role).Word;

    /// <summary>The role that a word means, or null.</summary>
    public static AdminRole? Of(string? word) => Known.Where(known => known.Word == word).Select(known => (AdminRole?)known.Role).SingleOrDefault();

    /// <summary>The role of somebody who signed in or sent a key; null for everybody else, and for a session that opens nothing yet.</summary>
    public static AdminRole? Of(ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true } ? Of(user.FindFirstValue(ClaimTypes.Role)) : null;
}
