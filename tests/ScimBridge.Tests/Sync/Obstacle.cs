using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Tests.Sync;

/// <summary>A row that stands where the next version would end a user's own, so that writing that version fails in the database.</summary>
internal sealed class Obstacle : IAsyncDisposable
{
    private readonly IDbContextFactory<ScimBridgeContext> contexts;
    private readonly long rowId;

    private Obstacle(IDbContextFactory<ScimBridgeContext> contexts, long rowId) => (this.contexts, this.rowId) = (contexts, rowId);

    public static async Task<Obstacle> PlaceAsync(SyncScenario scenario, string employeeId)
    {
        var contexts = scenario.App.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>();
        await using var db = await contexts.CreateDbContextAsync();
        var version = (await scenario.DirectoryAsync()).Version;
        var row = await db.Users.AsNoTracking().SingleAsync(user => user.ExternalId == employeeId && user.ValidTo == Versions.Open);
        row.RowId = 0;
        row.ValidTo = version + 1;
        row.ValidFrom = version + 1;
        db.Users.Add(row);
        await db.SaveChangesAsync();
        return new Obstacle(contexts, row.RowId);
    }

    public async ValueTask DisposeAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Set<UserRecord>().Where(user => user.RowId == rowId).ExecuteDeleteAsync();
    }
}
