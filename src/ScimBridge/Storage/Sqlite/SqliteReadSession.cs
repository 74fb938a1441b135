using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.ObjectPool;
using ScimBridge.Storage.Reading;
using SQLitePCL;

namespace ScimBridge.Storage.Sqlite;

/// <summary>One of the <see cref="SqliteReadSessions"/>.</summary>
internal sealed class SqliteReadSession(SqliteConnection connection) : ReadSession, IDisposable
{
    /// <summary>How many statements are kept; filters make endless new ones.</summary>
    private const int MostStatements = 64;

    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);

    /// <summary>Where the connection goes back to.</summary>
    public ObjectPool<SqliteReadSession>? Pool { get; set; }

    /// <inheritdoc/>
    public override DbCommand Command(string sql)
    {
        if (commands.TryGetValue(sql, out var known))
        {
            return known;
        }

        if (commands.Count == MostStatements)
        {
            Forget();
        }

        var command = connection.CreateCommand();
        command.CommandText = sql;
        commands.Add(sql, command);
        return command;
    }

    /// <inheritdoc/>
    public override async ValueTask<T> QueryAsync<T>(
        DbCommand command, Func<DbDataReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // SQLite works inside the call, and looks at no token.
        await using var interrupt = cancellationToken.UnsafeRegister(static handle => raw.sqlite3_interrupt((sqlite3)handle!), connection.Handle);
        try
        {
            // The asynchronous one does the same in the same call, and costs a task more.
#pragma warning disable CA1849
            await using var reader = command.ExecuteReader();
#pragma warning restore CA1849
            return await read(reader, cancellationToken);
        }
        catch (SqliteException interrupted) when (interrupted.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException("The query was interrupted.", interrupted, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        Pool!.Return(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Closes the connection for good.</summary>
    public void Dispose()
    {
        Forget();
        connection.Dispose();
    }

    private void Forget()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }

        commands.Clear();
    }
}
