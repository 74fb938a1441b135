using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using Xunit;

namespace ScimBridge.Tests.Sync;

/// <summary>Looks at what runs by itself, where there is nothing to await.</summary>
internal static class JobProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Looks again and again until a condition holds, and fails when it does not in a minute.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, "What was waited for did not come.");
            await Task.Delay(20, Ct);
        }
    }

    /// <summary>A directory's runs in the order in which they were asked for.</summary>
    public static async Task<IReadOnlyList<SyncRunRecord>> AllRunsAsync(ScimBridgeApp app, string directoryKey = "acme")
    {
        var directory = await app.DirectoryAsync(directoryKey, Ct);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync(Ct);
        return await db.SyncRuns.AsNoTracking().Where(run => run.DirectoryId == directory.Value).OrderBy(run => run.RequestedAt).ToListAsync(Ct);
    }

    /// <summary>A directory's runs once so many have finished and none is under way or waits.</summary>
    public static async Task<IReadOnlyList<SyncRunRecord>> RunsAsync(ScimBridgeApp app, int finished, string directoryKey = "acme")
    {
        await UntilAsync(async () => await AllRunsAsync(app, directoryKey) is var runs
            && runs.Count >= finished && runs.All(run => run.State == SyncRunState.Finished));
        return await AllRunsAsync(app, directoryKey);
    }

    /// <summary>A directory as it is stored.</summary>
    public static async Task<DirectoryRecord> DirectoryAsync(ScimBridgeApp app) =>
        (await app.Services.GetRequiredService<DirectoryStore>().FindAsync("acme", Ct))!;

    /// <summary>What a minute does to the lease of a run that is dead or stands still.</summary>
    public static async Task ExpireLeaseAsync(ScimBridgeApp app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync(Ct);
        await db.Directories.Where(directory => directory.LeaseOwner != null)
            .ExecuteUpdateAsync(set => set.SetProperty(directory => directory.LeaseUntil, DateTimeOffset.UnixEpoch), Ct);
    }
}
