using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Protocol.Resources;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Makes stored resources of what was planned.</summary>
internal sealed class ResourceRenderer(DirectoryMapping mapping, ResourceRows rows)
{
    /// <summary>The resource without metadata.</summary>
    public ScimUser Map(EmployeeFields fields, UserFacts facts) => mapping.Map(fields, facts);

    /// <summary>The digest of a resource without metadata.</summary>
    public Digest DigestOf(ScimUser user) => rows.DigestOf(user);

    /// <summary>The rows of a user from the next version on.</summary>
    public (UserRecord User, IReadOnlyList<UserEmailRecord> Emails) Render(
        UserChange change, EmployeeFields fields, WriterLease lease, int ordinal, DateTimeOffset now)
    {
        var user = Map(fields, change.Facts);
        var place = new RowPlace(lease.Directory, lease.NextVersion, ordinal, change.Entry.Stored?.Created ?? now, now);
        var (record, emails) = rows.Of(user, DigestOf(user), place);
        record.ExternalId = change.Entry.EmployeeId;
        record.ReadAt = change.Entry.ReadAt;
        record.Reason = change.Entry.Reason;
        record.MissingSince = change.Entry.MissingSince;
        record.OutOfScopeSince = change.Entry.OutOfScopeSince;
        record.InputHash = change.InputHash.ToBytes();
        record.Source = fields.ToUtf8Json();
        return (record, emails);
    }

    /// <summary>The row of a group from the next version on; its members are rows of their own.</summary>
    public GroupRecord Render(GroupChange change, WriterLease lease, int ordinal, DateTimeOffset now)
    {
        var wanted = change.Wanted!;
        var group = new ScimGroup
        {
            Schemas = [Protocol.ScimSchemaUris.Group],
            Id = wanted.Id,
            ExternalId = wanted.ExternalId,
            DisplayName = wanted.DisplayName,
        };
        var record = rows.Of(group, change.Hash, new RowPlace(lease.Directory, lease.NextVersion, ordinal, change.Stored?.Created ?? now, now));
        record.ItemPath = wanted.ItemPath;
        record.Members = change.Members;
        return record;
    }
}
