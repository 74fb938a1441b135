using System.Globalization;
using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Resources;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Makes stored resources of what was planned.</summary>
internal sealed class ResourceRenderer(IEmployeeSource source, UserMapper mapper, SchemaCatalog catalog)
{
    /// <summary>The form of <c>meta.created</c> and <c>meta.lastModified</c>: whole milliseconds, as the moments themselves are kept.</summary>
    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The resource without metadata.</summary>
    public ScimUser Map(EmployeeFields fields, UserFacts facts) => mapper.Map(source.Interpret(fields), facts);

    /// <summary>The digest of a resource without metadata.</summary>
    public static Digest DigestOf(ScimUser user) => Digest.Of(ScimJson.SerializeUser(user));

    /// <summary>The rows of a user from the next version on.</summary>
    public (UserRecord User, IReadOnlyList<UserEmailRecord> Emails) Render(
        UserChange change, EmployeeFields fields, WriterLease lease, int ordinal, DateTimeOffset now)
    {
        var user = Map(fields, change.Facts);
        var digest = DigestOf(user);
        var created = change.Entry.Stored?.Created ?? now;
        var body = ScimJson.SerializeUser(user with { Meta = Meta("User", $"Users/{user.Id}", digest, created, now) });
        var record = new UserRecord
        {
            DirectoryId = lease.Directory.Value,
            ValidFrom = lease.NextVersion,
            ValidTo = Versions.Open,
            Ordinal = ordinal,
            Id = user.Id,
            ExternalId = change.Entry.EmployeeId,
            UserName = user.UserName,
            UserNameKey = ComparisonKey.Of(user.UserName),
            DisplayName = user.DisplayName,
            DisplayNameKey = KeyOf(user.DisplayName),
            Active = user.Active == true,
            Created = created,
            LastModified = now,
            MissingSince = change.Entry.MissingSince,
            GivenName = user.Name?.GivenName,
            FamilyName = user.Name?.FamilyName,
            FamilyNameKey = KeyOf(user.Name?.FamilyName),
            Title = user.Title,
            UserType = user.UserType,
            EmployeeNumber = user.Enterprise?.EmployeeNumber,
            EmployeeNumberKey = KeyOf(user.Enterprise?.EmployeeNumber),
            Department = user.Enterprise?.Department,
            Site = user.HiBob?.Site,
            ManagerId = user.Enterprise?.Manager?.Value,
            LifecycleStatus = user.HiBob?.LifecycleStatus,
            StartDate = user.HiBob?.StartDate,
            TerminationDate = user.HiBob?.TerminationDate,
            Attributes = AttributePresence.Of(user),
            Search = ComparisonDocument.Of(body, catalog, "User"),
            InputHash = change.InputHash.ToBytes(),
            Hash = digest.ToBytes(),
            Body = body,
            Source = fields.ToUtf8Json(),
        };
        var emails = (user.Emails ?? []).Select(email => new UserEmailRecord
        {
            DirectoryId = lease.Directory.Value,
            ValidFrom = lease.NextVersion,
            ValidTo = Versions.Open,
            UserId = user.Id,
            Value = email.Value,
            ValueKey = ComparisonKey.Of(email.Value),
            Type = email.Type,
        });
        return (record, [.. emails]);
    }

    /// <summary>The row of a group from the next version on; its members are rows of their own.</summary>
    public GroupRecord Render(GroupChange change, WriterLease lease, int ordinal, DateTimeOffset now)
    {
        var wanted = change.Wanted!;
        var created = change.Stored?.Created ?? now;
        var body = ScimJson.SerializeGroup(new ScimGroup
        {
            Schemas = [Protocol.ScimSchemaUris.Group],
            Id = wanted.Id,
            ExternalId = wanted.ExternalId,
            DisplayName = wanted.DisplayName,
            Meta = Meta("Group", $"Groups/{wanted.Id}", change.Hash, created, now),
        });
        return new GroupRecord
        {
            DirectoryId = lease.Directory.Value,
            ValidFrom = lease.NextVersion,
            ValidTo = Versions.Open,
            Ordinal = ordinal,
            Id = wanted.Id,
            ExternalId = wanted.ExternalId,
            DisplayName = wanted.DisplayName,
            DisplayNameKey = ComparisonKey.Of(wanted.DisplayName),
            ItemPath = wanted.ItemPath,
            Members = change.Members,
            Created = created,
            LastModified = now,
            Search = ComparisonDocument.Of(body, catalog, "Group"),
            Hash = change.Hash.ToBytes(),
            Body = body,
        };
    }

    private static string? KeyOf(string? text) => text is null ? null : ComparisonKey.Of(text);

    private static ScimMeta Meta(string resourceType, string path, Digest digest, DateTimeOffset created, DateTimeOffset lastModified) => new()
    {
        ResourceType = resourceType,
        Created = created.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture),
        LastModified = lastModified.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture),
        Location = new ResourceReference(path),
        Version = digest.ToEntityTag(),
    };
}
