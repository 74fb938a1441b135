using System.Globalization;
using System.Text;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Resources;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Makes the rows of resources: the body that clients read, and beside it what filters and sorts compare.</summary>
/// <param name="catalog">The schemas that the directory serves.</param>
internal sealed class ResourceRows(SchemaCatalog catalog)
{
    /// <summary>The form of <c>meta.created</c> and <c>meta.lastModified</c>: whole milliseconds, as the moments themselves are kept.</summary>
    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The digest of a user's resource without metadata: the entity tag, and how it is known whether the row must be written anew.</summary>
    /// <remarks>
    /// With how a directory's own attributes are compared and returned: its rules can make a moment of text, or hide what was
    /// shown, and leave every byte of the resource as it was.
    /// </remarks>
    public Digest DigestOf(ScimUser user)
    {
        var resource = ScimJson.SerializeUser(user);
        return user.HiBob?.Custom is { Count: > 0 } custom ? Digest.Of([.. resource, .. UsesOf(custom.Keys)]) : Digest.Of(resource);
    }

    /// <summary>The rows of a user; where the resource came from is for the caller to add.</summary>
    public (UserRecord User, IReadOnlyList<UserEmailRecord> Emails) Of(ScimUser user, Digest digest, RowPlace place)
    {
        var body = ScimJson.SerializeUser(user with { Meta = Meta("User", $"Users/{user.Id}", digest, place) });
        var record = new UserRecord
        {
            DirectoryId = place.Directory.Value,
            ValidFrom = place.Version,
            ValidTo = Versions.Open,
            Ordinal = place.Ordinal,
            Id = user.Id,
            ExternalId = user.ExternalId ?? user.Id,
            UserName = user.UserName,
            UserNameKey = ComparisonKey.Of(user.UserName),
            DisplayName = user.DisplayName,
            DisplayNameKey = KeyOf(user.DisplayName),
            Active = user.Active == true,
            Created = place.Created,
            LastModified = place.LastModified,
            GivenName = user.Name?.GivenName,
            FamilyName = user.Name?.FamilyName,
            FamilyNameKey = KeyOf(user.Name?.FamilyName),
            Title = user.Title,
            TitleKey = KeyOf(user.Title),
            UserType = user.UserType,
            EmployeeNumber = user.Enterprise?.EmployeeNumber,
            EmployeeNumberKey = KeyOf(user.Enterprise?.EmployeeNumber),
            Department = user.Enterprise?.Department,
            DepartmentKey = KeyOf(user.Enterprise?.Department),
            Site = user.HiBob?.Site,
            ManagerId = user.Enterprise?.Manager?.Value,
            LifecycleStatus = user.HiBob?.LifecycleStatus,
            StartDate = user.HiBob?.StartDate,
            TerminationDate = user.HiBob?.TerminationDate,
            Reason = string.Empty,
            Attributes = AttributePresence.Of(user),
            Search = ComparisonDocument.Of(body, catalog, "User"),
            InputHash = [],
            Hash = digest.ToBytes(),
            Body = body,
            Source = [],
        };
        var emails = (user.Emails ?? []).Select(email => new UserEmailRecord
        {
            DirectoryId = place.Directory.Value,
            ValidFrom = place.Version,
            ValidTo = Versions.Open,
            UserId = user.Id,
            Value = email.Value,
            ValueKey = ComparisonKey.Of(email.Value),
            Type = email.Type,
        });
        return (record, [.. emails]);
    }

    /// <summary>The row of a group; its members are rows of their own.</summary>
    public GroupRecord Of(ScimGroup group, Digest digest, RowPlace place)
    {
        var body = ScimJson.SerializeGroup(group with { Meta = Meta("Group", $"Groups/{group.Id}", digest, place) });
        return new GroupRecord
        {
            DirectoryId = place.Directory.Value,
            ValidFrom = place.Version,
            ValidTo = Versions.Open,
            Ordinal = place.Ordinal,
            Id = group.Id,
            ExternalId = group.ExternalId ?? group.Id,
            DisplayName = group.DisplayName,
            DisplayNameKey = ComparisonKey.Of(group.DisplayName),
            Created = place.Created,
            LastModified = place.LastModified,
            Search = ComparisonDocument.Of(body, catalog, "Group"),
            Hash = digest.ToBytes(),
            Body = body,
        };
    }

    /// <summary>The row of a user's membership of a group.</summary>
    public static MembershipRecord Membership(
        DirectoryId directory, int version, string groupId, string userId, int userOrdinal, string? display) => new()
        {
            DirectoryId = directory.Value,
            ValidFrom = version,
            ValidTo = Versions.Open,
            GroupId = groupId,
            UserId = userId,
            UserOrdinal = userOrdinal,
            Display = display,
            DisplayKey = KeyOf(display),
        };

    private byte[] UsesOf(IEnumerable<string> customAttributes)
    {
        var extension = catalog.FindSchema(ScimSchemaUris.HiBobUser)!;
        return Encoding.UTF8.GetBytes(string.Join('\n', customAttributes.Select(extension.FindAttribute).OfType<AttributeDefinition>().Select(UseOf)));
    }

    private static string UseOf(AttributeDefinition attribute) =>
        $"{attribute.Type} {attribute.IgnoresCase} {attribute.Returned} [{string.Join(", ", attribute.SubAttributes.Select(UseOf))}]";

    private static string? KeyOf(string? text) => text is null ? null : ComparisonKey.Of(text);

    private static ScimMeta Meta(string resourceType, string path, Digest digest, RowPlace place) => new()
    {
        ResourceType = resourceType,
        Created = Text(place.Created),
        LastModified = Text(place.LastModified),
        Location = new ResourceReference(path),
        Version = digest.ToEntityTag(),
    };

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture);
}
