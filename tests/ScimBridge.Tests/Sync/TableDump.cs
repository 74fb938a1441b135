using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Storage;

namespace ScimBridge.Tests.Sync;

/// <summary>Every row of the versioned tables, to show that nothing was written.</summary>
internal static class TableDump
{
    private static readonly string[] Tables = ["Users", "UserEmails", "Groups", "Memberships", "PageAnchors", "DirectoryVersions"];

    /// <summary>The rows, one line each with the table's name, in a fixed order.</summary>
    public static Task<IReadOnlyList<string>> OfAsync(ScimBridgeApp app, CancellationToken cancellationToken) => OfAsync(app, Tables, cancellationToken);

    /// <summary>The rows of these tables, which are names in the model.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(ScimBridgeApp app, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync(cancellationToken);
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(cancellationToken);
        var lines = new List<string>();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The table is a name of ours.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                lines.Add($"{table}: {string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader, column)))}");
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static string Text(DbDataReader reader, int column) => reader.GetValue(column) switch
    {
        DBNull => "NULL",
        byte[] bytes => Convert.ToHexString(bytes),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
