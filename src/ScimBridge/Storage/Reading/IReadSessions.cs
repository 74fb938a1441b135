namespace ScimBridge.Storage.Reading;

/// <summary>Where connections for reading come from; each database has its own way to keep them ready.</summary>
internal interface IReadSessions
{
    /// <summary>The database's words.</summary>
    Filtering.SqlDialect Dialect { get; }

    /// <summary>How many writes there were so far; null where other processes write too, so that nothing read is good for a second use.</summary>
    long? Writes { get; }

    /// <summary>A connection that nobody else uses.</summary>
    ValueTask<ReadSession> OpenAsync(CancellationToken cancellationToken);
}
