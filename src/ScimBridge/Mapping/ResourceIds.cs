using ScimBridge.Employees;
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

    private static string NameBased(string name) => NameBasedGuid.Create(Namespace, name).ToString();
}
