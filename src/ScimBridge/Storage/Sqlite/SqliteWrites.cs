using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ScimBridge.Storage.Sqlite;

/// <summary>Counts what this process has written, so that what was read before a write is known to be old.</summary>
/// <remarks>Counted once a write is there for all to see: on commit, and on the end of a statement that commits by itself.</remarks>
internal sealed class SqliteWrites : IDbCommandInterceptor, IDbTransactionInterceptor, ISaveChangesInterceptor
{
    private long count;

    /// <summary>How many writes there were.</summary>
    public long Count => Interlocked.Read(ref count);

    /// <inheritdoc/>
    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Add();

    /// <inheritdoc/>
    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Add();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        Add();
        return result;
    }

    /// <inheritdoc/>
    public ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Add();
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Add();
        return result;
    }

    /// <inheritdoc/>
    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Add();
        return ValueTask.FromResult(result);
    }

    private void Add() => Interlocked.Increment(ref count);
}
