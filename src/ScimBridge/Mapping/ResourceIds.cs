using ScimBridge.Protocol;

namespace ScimBridge.Mapping;

/// <summary>SCIM identifiers, made from what never changes, so that a directory linked anew gives its clients the ids they know.</summary>
internal static class ResourceIds
{
    // Part of every id ever given out: must never change.
    private static readonly Guid Namespace = new("b0938f81-0791-4267-bb8c-248869546454");

    /// <summary>The <c>id</c> of a user.</summary>
    public static string User(string directoryKey, string employeeId) => NameBased($"{directoryKey}/User/{employeeId}");

    /// <summary>The <c>id</c> of a group.</summary>
    public static string Group(string directoryKey, GroupKey key) => NameBased($"{directoryKey}/Group/{key.ExternalId}");

    private static string NameBased(string name) => NameBasedGuid.Create(Namespace, name).ToString();
}
