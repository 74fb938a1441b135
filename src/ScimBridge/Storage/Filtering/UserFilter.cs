using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage.Filtering;

/// <summary>Filters over users.</summary>
internal static class UserFilter
{
    private static readonly Dictionary<string, FilterColumn<UserRecord>> Columns = new(StringComparer.Ordinal)
    {
        ["id"] = new TextColumn<UserRecord>(user => user.Id),
        ["userName"] = new TextColumn<UserRecord>(user => user.UserNameKey),
        ["externalId"] = new TextColumn<UserRecord>(user => user.ExternalId),
        ["active"] = new FlagColumn<UserRecord>(user => user.Active),
        ["displayName"] = new TextColumn<UserRecord>(user => user.DisplayNameKey),
        ["meta.lastModified"] = new MomentColumn<UserRecord>(user => user.LastModified),
    };

    /// <summary>The filter as a condition on the users of a version.</summary>
    /// <exception cref="ScimException">400 invalidFilter: an attribute or comparison is not supported.</exception>
    public static Expression<Func<UserRecord, bool>> Translate(BoundFilter filter, ScimBridgeContext db, DirectoryVersion version)
    {
        var emails = db.UserEmails.AsNoTracking().Where(email =>
            email.DirectoryId == version.Directory.Value && email.ValidFrom <= version.Number && email.ValidTo > version.Number);
        var column = new EmailColumn(emails);
        return new FilterTranslator<UserRecord>(
            new Dictionary<string, FilterColumn<UserRecord>>(Columns, StringComparer.Ordinal) { ["emails"] = column, ["emails.value"] = column })
            .Translate(filter);
    }
}
