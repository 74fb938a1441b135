using System.Linq.Expressions;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage.Filtering;

/// <summary>Filters over groups.</summary>
internal static class GroupFilter
{
    private static readonly Dictionary<string, FilterColumn<GroupRecord>> Columns = new(StringComparer.Ordinal)
    {
        ["id"] = new TextColumn<GroupRecord>(group => group.Id),
        ["externalId"] = new TextColumn<GroupRecord>(group => group.ExternalId),
        ["displayName"] = new TextColumn<GroupRecord>(group => group.DisplayNameKey),
        ["meta.lastModified"] = new MomentColumn<GroupRecord>(group => group.LastModified),
    };

    /// <summary>The filter as a condition on groups.</summary>
    /// <exception cref="ScimException">400 invalidFilter: an attribute or comparison is not supported.</exception>
    public static Expression<Func<GroupRecord, bool>> Translate(BoundFilter filter) =>
        new FilterTranslator<GroupRecord>(Columns).Translate(filter);
}
