using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.Directories;
using ScimBridge.Storage;
using ScimBridge.Storage.Reading;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Storage.Reading;

/// <summary>What a token opens may be remembered, and is never older than the last write.</summary>
public sealed class BearerStoreTests
{
    private static readonly byte[] Hash = ScimTokens.Hash(ScimBridgeApp.Token("acme"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_write_shows_at_once(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var bearers = fixture.Get<BearerStore>();
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        Assert.Equal(0, (await bearers.FindAsync(Hash, Ct))!.Version.Number);

        await fixture.App.SyncAsync(cancellationToken: Ct);
        Assert.Equal(1, (await bearers.FindAsync(Hash, Ct))!.Version.Number);

        await PauseAsync(fixture, directory, paused: true);
        Assert.Null(await bearers.FindAsync(Hash, Ct));
        await PauseAsync(fixture, directory, paused: false);
        Assert.NotNull(await bearers.FindAsync(Hash, Ct));

        await fixture.Get<ScimTokenStore>().ReplaceAsync(directory, ScimTokenOrigin.Configured, [], Ct);
        Assert.Null(await bearers.FindAsync(Hash, Ct));
        await fixture.Get<ScimTokenStore>().ReplaceAsync(directory, ScimTokenOrigin.Configured, [ScimTokens.PrintOf(ScimBridgeApp.Token("acme"))], Ct);
        Assert.NotNull(await bearers.FindAsync(Hash, Ct));

        await using var db = await fixture.ContextAsync();
        (await db.ScimTokens.SingleAsync(token => token.Hash == Hash, Ct)).RevokedAt = DateTimeOffset.UtcNow;
        await db.SaveChangesAsync(Ct);
        Assert.Null(await bearers.FindAsync(Hash, Ct));
    }

    [Fact]
    public async Task A_write_by_another_process_shows_within_a_second()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var fixture = await StorageFixture.StartAsync(Databases.Sqlite, time: time);
        var bearers = fixture.Get<BearerStore>();
        Assert.NotNull(await bearers.FindAsync(Hash, Ct));
        await using var other = new SqliteConnection(fixture.ConnectionString);
        await other.OpenAsync(Ct);
        await using var command = other.CreateCommand();
        command.CommandText = "UPDATE \"ScimTokens\" SET \"RevokedAt\" = 1";
        await command.ExecuteNonQueryAsync(Ct);

        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await bearers.FindAsync(Hash, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_token_ends_at_its_moment_though_it_is_remembered(string provider)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var fixture = await StorageFixture.StartAsync(provider, time: time);
        var bearers = fixture.Get<BearerStore>();
        await using var db = await fixture.ContextAsync();
        (await db.ScimTokens.SingleAsync(token => token.Hash == Hash, Ct)).ExpiresAt = time.GetUtcNow().AddMilliseconds(10);
        await db.SaveChangesAsync(Ct);
        Assert.NotNull(await bearers.FindAsync(Hash, Ct));

        time.Advance(TimeSpan.FromMilliseconds(9));
        Assert.NotNull(await bearers.FindAsync(Hash, Ct));
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(await bearers.FindAsync(Hash, Ct));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await bearers.FindAsync(Hash, Ct));
    }

    private static async Task PauseAsync(StorageFixture fixture, DirectoryId directory, bool paused)
    {
        await using var db = await fixture.ContextAsync();
        await db.Directories.Where(record => record.Id == directory.Value).ExecuteUpdateAsync(set => set.SetProperty(record => record.Paused, paused), Ct);
    }
}
