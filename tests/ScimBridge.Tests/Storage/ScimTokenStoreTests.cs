using ScimBridge.Directories;
using ScimBridge.Storage;
using ScimBridge.Storage.Reading;
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

            Assert.Equal(live.Contains(a), await fixture.Get<BearerStore>().FindAsync(a, Ct) is not null);
            Assert.Equal(live.Contains(b), await fixture.Get<BearerStore>().FindAsync(b, Ct) is not null);
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

        Assert.NotNull(await fixture.Get<BearerStore>().FindAsync(hash, Ct));
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

        Assert.Equal(directory, (await fixture.Get<BearerStore>().FindAsync(made, Ct))!.Version.Directory);
        Assert.Null(await fixture.Get<BearerStore>().FindAsync(ScimTokens.Hash(ScimBridgeApp.Token("acme")), Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_settings_may_move_a_token_and_adopt_a_generated_one_but_not_take_another_directorys(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider, directories: 2);
        var acme = await fixture.App.DirectoryAsync("acme", Ct);
        var globex = await fixture.App.DirectoryAsync("globex", Ct);
        var tokens = fixture.Get<ScimTokenStore>();
        var (acmes, globexs, made) = (ScimTokens.Hash(ScimBridgeApp.Token("acme")), ScimTokens.Hash(ScimBridgeApp.Token("globex")), ScimTokens.Hash("made"));

        // Two directories swap tokens, in the order in which a start declares them.
        await tokens.ReplaceAsync(acme, ScimTokenOrigin.Configured, [globexs], Ct);
        await tokens.ReplaceAsync(globex, ScimTokenOrigin.Configured, [acmes], Ct);
        Assert.Equal(acme, (await fixture.Get<BearerStore>().FindAsync(globexs, Ct))!.Version.Directory);
        Assert.Equal(globex, (await fixture.Get<BearerStore>().FindAsync(acmes, Ct))!.Version.Directory);

        await tokens.AddAsync(acme, "first", ScimTokenOrigin.Generated, made, Ct);
        await Assert.ThrowsAsync<InvalidOperationException>(() => tokens.ReplaceAsync(globex, ScimTokenOrigin.Configured, [made], Ct));
        await tokens.ReplaceAsync(acme, ScimTokenOrigin.Configured, [made], Ct);
        Assert.Equal(acme, (await fixture.Get<BearerStore>().FindAsync(made, Ct))!.Version.Directory);
        await Assert.ThrowsAsync<InvalidOperationException>(() => tokens.ReplaceAsync(globex, ScimTokenOrigin.Demo, [made], Ct));
    }
}
