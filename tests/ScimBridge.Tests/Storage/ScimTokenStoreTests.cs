using ScimBridge.Directories;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Storage;

public sealed class ScimTokenStoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Replacing_adds_revokes_and_brings_back(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var tokens = fixture.Get<ScimTokenStore>();
        var (a, b) = (ScimTokens.Hash("a"), ScimTokens.Hash("b"));

        foreach (var live in (byte[][][])[[a], [a, b], [b], [], [a], [a, a]])
        {
            await tokens.ReplaceAsync(directory, ScimTokenOrigin.Configured, live, Ct);

            Assert.Equal(live.Contains(a), await tokens.FindAsync(a, Ct) is not null);
            Assert.Equal(live.Contains(b), await tokens.FindAsync(b, Ct) is not null);
            Assert.Equal(live.Length > 0, await tokens.AnyAsync(directory, Ct));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_token_named_twice_for_one_directory_is_one_token(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var tokens = fixture.Get<ScimTokenStore>();
        var hash = ScimTokens.Hash("new");

        await tokens.ReplaceAsync(directory, ScimTokenOrigin.Configured, [hash, hash], Ct);

        Assert.NotNull(await tokens.FindAsync(hash, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Replacing_leaves_tokens_of_another_origin_alone(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var tokens = fixture.Get<ScimTokenStore>();
        var made = ScimTokens.Hash("made");
        await tokens.AddAsync(directory, "first", ScimTokenOrigin.Generated, made, Ct);

        await tokens.ReplaceAsync(directory, ScimTokenOrigin.Configured, [], Ct);

        Assert.Equal(directory, (await tokens.FindAsync(made, Ct))!.Version.Directory);
        Assert.Null(await tokens.FindAsync(ScimTokens.Hash(ScimBridgeApp.Token("acme")), Ct));
    }
}
