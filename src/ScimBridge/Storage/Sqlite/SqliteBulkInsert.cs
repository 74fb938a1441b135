using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ScimBridge.Storage.Sqlite;

/// <summary>Inserts by one prepared command: much faster than SaveChanges.</summary>
internal sealed class SqliteBulkInsert : IBulkInsert
{
    public async Task InsertAsync<T>(ScimBridgeContext db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var table = BulkTable.Of<T>(db.Model);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText =
            $"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""))}) "
            + $"VALUES ({string.Join(", ", table.Columns.Select((_, index) => $"$p{index}"))})";
        var parameters = table.Columns.Select((_, index) => AddParameter(command, $"$p{index}")).ToArray();
        await command.PrepareAsync(cancellationToken);
        foreach (var row in rows)
        {
            for (var index = 0; index < parameters.Length; index++)
            {
                parameters[index].Value = table.Columns[index].ValueOf(row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static DbParameter AddParameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
