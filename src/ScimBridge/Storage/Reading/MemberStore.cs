using System.Runtime.CompilerServices;
using ScimBridge.Storage.Filtering;

namespace ScimBridge.Storage.Reading;

/// <summary>The members of groups, apart from the groups, since a group may have 50,000.</summary>
internal sealed class MemberStore(IReadSessions sessions)
{
    /// <summary>How many members are read at a time; between, no connection is held while a slow client reads.</summary>
    private const int BatchSize = 2000;

    private const string Group = "@group";

    private const string Row = AttributeSql.Row;

    private static readonly string Members =
        $"SELECT m.\"UserId\", m.\"Display\", m.\"UserOrdinal\" FROM \"Memberships\" AS m WHERE {AttributeSql.AtVersion("m")} "
        + $"AND m.\"GroupId\" = {Group} AND m.\"UserOrdinal\" > {ListSql.After}";

    private static readonly string InOrder = $" ORDER BY m.\"UserOrdinal\" {ListSql.Limit}";

    private static readonly string Sql = Members + InOrder;

    /// <summary>The members of a group in their stable order, a batch after the other; those that the client can see, where that is not everybody.</summary>
    public async IAsyncEnumerable<IReadOnlyList<StoredMember>> BatchesAsync(
        DirectoryVersion version, string groupId, Visibility? visible, string baseUrl, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = int.MinValue;
        var members = new List<StoredMember>();
        do
        {
            (members, after) = await BatchAsync(new QueryParameters(version, baseUrl), groupId, visible, after, cancellationToken);
            yield return members;
        }
        while (members.Count == BatchSize);
    }

    private async Task<(List<StoredMember> Members, int Last)> BatchAsync(
        QueryParameters parameters, string groupId, Visibility? visible, int after, CancellationToken cancellationToken)
    {
        await using var session = await sessions.OpenAsync(cancellationToken);
        var command = session.Command(visible?.Users is null ? Sql : SqlOf(new VisibleSql(sessions.Dialect, parameters, visible)));
        parameters.Bind(command);
        QueryParameters.Set(command, Group, groupId);
        QueryParameters.Set(command, ListSql.After, after);
        QueryParameters.Set(command, ListSql.Take, BatchSize);
        return await session.QueryAsync(
            command,
            async (reader, token) =>
            {
                var members = new List<StoredMember>();
                var last = after;
                while (await reader.ReadAsync(token))
                {
                    members.Add(new StoredMember(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1)));
                    last = reader.GetInt32(2);
                }

                return (members, last);
            },
            cancellationToken);
    }

    // Asked member by member: of a large directory a batch looks at its own people only.
    private static string SqlOf(VisibleSql visible) =>
        $"{Members} AND EXISTS (SELECT 1 FROM \"{ResourceTable.Users.Name}\" AS {Row} WHERE {AttributeSql.AtVersion(Row)} "
        + $"AND {Row}.\"Id\" = m.\"UserId\" AND {visible.Condition(ResourceTable.Users)}){InOrder}";
}
