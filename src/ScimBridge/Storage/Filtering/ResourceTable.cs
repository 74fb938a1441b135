using ScimBridge.Protocol;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage.Filtering;

/// <summary>Where resources of a type are stored, and which attributes have a column of their own.</summary>
/// <remarks>Every other attribute is found in the row's <c>Search</c>, see <see cref="Protocol.Filtering.ComparisonDocument"/>.</remarks>
internal sealed class ResourceTable
{
    private ResourceTable(string name, string resourceType, AnchoredList list, IReadOnlyDictionary<string, string> columns) =>
        (Name, ResourceType, List, Columns) = (name, resourceType, list, columns);

    /// <summary>Users.</summary>
    public static ResourceTable Users { get; } = new(nameof(ScimBridgeContext.Users), "User", AnchoredList.Users, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["id"] = nameof(UserRecord.Id),
        ["externalId"] = nameof(UserRecord.ExternalId),
        ["userName"] = nameof(UserRecord.UserNameKey),
        ["displayName"] = nameof(UserRecord.DisplayNameKey),
        ["name.familyName"] = nameof(UserRecord.FamilyNameKey),
        ["title"] = nameof(UserRecord.TitleKey),
        ["active"] = nameof(UserRecord.Active),
        [$"{ScimSchemaUris.EnterpriseUser}:employeeNumber"] = nameof(UserRecord.EmployeeNumberKey),
        [$"{ScimSchemaUris.EnterpriseUser}:department"] = nameof(UserRecord.DepartmentKey),
        ["meta.created"] = nameof(UserRecord.Created),
        ["meta.lastModified"] = nameof(UserRecord.LastModified),
    });

    /// <summary>Groups; their members are rows of another table.</summary>
    public static ResourceTable Groups { get; } = new(nameof(ScimBridgeContext.Groups), "Group", AnchoredList.Groups, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["id"] = nameof(GroupRecord.Id),
        ["externalId"] = nameof(GroupRecord.ExternalId),
        ["displayName"] = nameof(GroupRecord.DisplayNameKey),
        ["meta.created"] = nameof(GroupRecord.Created),
        ["meta.lastModified"] = nameof(GroupRecord.LastModified),
    });

    /// <summary>The table's name, which is also the resource type's endpoint.</summary>
    public string Name { get; }

    /// <summary>The name of the resource type.</summary>
    public string ResourceType { get; }

    /// <summary>The list that has page anchors.</summary>
    public AnchoredList List { get; }

    /// <summary>The columns that hold an attribute in the form in which it is compared, by its canonical name.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; }

    /// <summary>How many resources a version has.</summary>
    public int CountIn(DirectoryVersion version) => List is AnchoredList.Users ? version.Users : version.Groups;
}
