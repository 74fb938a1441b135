using System.Data.Common;
using Npgsql;
using ScimBridge.Storage.Reading;

namespace ScimBridge.Storage.Postgres;

/// <summary>One of the <see cref="PostgresReadSessions"/>.</summary>
internal sealed class PostgresReadSession(NpgsqlConnection connection) : ReadSession
{
    private readonly List<NpgsqlCommand> commands = [];

    /// <inheritdoc/>
    public override DbCommand Command(string sql)
    {
        if (commands.Find(command => command.CommandText == sql) is { } known)
        {
            return known;
        }

        var command = new NpgsqlCommand(sql, connection);
        commands.Add(command);
        return command;
    }

    /// <inheritdoc/>
    public override async ValueTask<T> QueryAsync<T>(
        DbCommand command, Func<DbDataReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await read(reader, cancellationToken);
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        foreach (var command in commands)
        {
            await command.DisposeAsync();
        }

        await connection.DisposeAsync();
    }
}
