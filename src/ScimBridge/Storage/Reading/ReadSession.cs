using System.Data.Common;

namespace ScimBridge.Storage.Reading;

/// <summary>A connection for the reads that clients wait for, with its statements kept ready. Use it for one thing at a time, then dispose it.</summary>
internal abstract class ReadSession : IAsyncDisposable
{
    /// <summary>A command with that text, from before or new; a command from before has its parameters already.</summary>
    public abstract DbCommand Command(string sql);

    /// <summary>Runs a command and reads what it gives. Cancelling ends it at once, also where the database driver itself would not.</summary>
    /// <param name="command">From <see cref="Command"/>, its parameters set.</param>
    /// <param name="read">Reads the rows, all that it needs of them.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public abstract ValueTask<T> QueryAsync<T>(DbCommand command, Func<DbDataReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken);

    /// <summary>Gives the connection back.</summary>
    public abstract ValueTask DisposeAsync();
}
