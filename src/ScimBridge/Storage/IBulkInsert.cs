namespace ScimBridge.Storage;

/// <summary>Writes many rows fast; each database has its own way.</summary>
internal interface IBulkInsert
{
    /// <summary>Inserts <paramref name="rows"/> in the context's current transaction.</summary>
    Task InsertAsync<T>(ScimBridgeContext db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class;
}
