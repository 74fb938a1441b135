using System.Runtime.CompilerServices;
using ScimBridge.Storage.Filtering;

namespace ScimBridge.Storage.Reading;

/// <summary>The members of groups, apart from the groups, since a group may have 50,000.</summary>
internal sealed class MemberStore(IReadSessions sessions)
{
    /// <summary>How many members are read at a time; between, no connection is held while a slow client reads.</summary>
    private const int BatchSize = 2000;

    private const string Group = "@group";

    private static readonly string Sql =
        $"SELECT m.\"UserId\", m.\"Display\", m.\"UserOrdinal\" FROM \"Memberships\" AS m WHERE {AttributeSql.AtVersion("m")} "
        + $"AND m.\"GroupId\" = {Group} AND m.\"UserOrdinal\" > {ListSql.After} ORDER BY m.\"UserOrdinal\" {ListSql.Limit}";

    /// <summary>The members of a group in their stable order, a batch after the other.</summary>
    public async IAsyncEnumerable<IReadOnlyList<StoredMember>> BatchesAsync(
        DirectoryVersion version, string groupId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = int.MinValue;
        var members = new List<StoredMember>();
        do
        {
            (members, after) = await BatchAsync(version, groupId, after, cancellationToken);
            yield return members;
        }
        while (members.Count == BatchSize);
    }

    private async Task<(List<StoredMember> Members, int Last)> BatchAsync(
        DirectoryVersion version, string groupId, int after, CancellationToken cancellationToken)
    {
        await using var session = await sessions.OpenAsync(cancellationToken);
        var command = session.Command(Sql);
        new QueryParameters(version, "").Bind(command);
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
}
