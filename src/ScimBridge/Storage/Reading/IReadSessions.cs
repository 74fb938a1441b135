namespace ScimBridge.Storage.Reading;

/// <summary>Where connections for reading come from; each database has its own way to keep them ready.</summary>
internal interface IReadSessions
{
    /// <summary>The database's words.</summary>
    Filtering.SqlDialect Dialect { get; }

    /// <summary>A connection that nobody else uses.</summary>
    ValueTask<ReadSession> OpenAsync(CancellationToken cancellationToken);
}
