using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ScimBridge.Storage.Postgres;

/// <summary>Inserts by binary COPY, PostgreSQL's fastest way in.</summary>
internal sealed class PostgresBulkInsert : IBulkInsert
{
    public async Task InsertAsync<T>(ScimBridgeContext db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var table = BulkTable.Of<T>(db.Model);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var columns = string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""));
        await using var writer = await connection.BeginBinaryImportAsync(
            $"COPY \"{table.Name}\" ({columns}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            foreach (var column in table.Columns)
            {
                if (column.ValueOf(row) is { } value)
                {
                    await writer.WriteAsync(value, column.StoreType, cancellationToken);
                }
                else
                {
                    await writer.WriteNullAsync(cancellationToken);
                }
            }
        }

        await writer.CompleteAsync(cancellationToken);
    }
}
