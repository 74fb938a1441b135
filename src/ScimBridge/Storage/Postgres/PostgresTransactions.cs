using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ScimBridge.Storage.Postgres;

/// <summary>Has PostgreSQL end transactions whose server stands still or is gone: their locks would keep every other server from taking over.</summary>
/// <remarks>In each transaction and not for the connection, which a pooler such as PgBouncer may give to others.</remarks>
internal sealed class PostgresTransactions : DbTransactionInterceptor
{
    /// <summary>How long nothing may come within a transaction. Shorter than a lease, and than others wait for a lock.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    private static readonly string Sql = string.Create(
        CultureInfo.InvariantCulture, $"SET LOCAL idle_in_transaction_session_timeout = {LongestSilence.TotalMilliseconds}");

    /// <inheritdoc/>
    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var command = Command(result);
        command.ExecuteNonQuery();
        return result;
    }

    /// <inheritdoc/>
    public override async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await using var command = Command(result);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    private static DbCommand Command(DbTransaction transaction)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Sql;
        return command;
    }
}
