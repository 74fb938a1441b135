using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage;

namespace ScimBridge.Tests.Storage;

/// <summary>Counts the rows of a directory in every table of the model that has any, so that a table added later is looked at too.</summary>
internal static class ModelRows
{
    /// <summary>The counts by table. Tables whose rows belong to runs are counted by the runs that there are.</summary>
    public static async Task<SortedDictionary<string, int>> OfAsync(ScimBridgeContext db, DirectoryId directory, CancellationToken cancellationToken)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal)
        {
            ["Directories"] = await db.Directories.CountAsync(row => row.Id == directory.Value, cancellationToken),
        };
        foreach (var entity in db.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null))
        {
            var condition = entity.FindProperty("DirectoryId") is not null ? $"\"DirectoryId\" = {directory}"
                : entity.FindProperty("RunId") is not null ? $"\"RunId\" IN (SELECT \"Id\" FROM \"SyncRuns\" WHERE \"DirectoryId\" = {directory}) OR \"RunId\" NOT IN (SELECT \"Id\" FROM \"SyncRuns\")"
                : null;
            if (condition is null)
            {
                continue;
            }

            var table = entity.GetTableName()!;
#pragma warning disable EF1002 // Table names of the model.
            counts[table] = await db.Database.SqlQueryRaw<int>($"SELECT CAST(COUNT(*) AS int) AS \"Value\" FROM \"{table}\" WHERE {condition}").SingleAsync(cancellationToken);
#pragma warning restore EF1002
        }

        return counts;
    }
}
