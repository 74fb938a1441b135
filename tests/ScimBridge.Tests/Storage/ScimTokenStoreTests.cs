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
        var (a, b) = (ScimTokens.PrintOf("a"), ScimTokens.PrintOf("b"));

        foreach (var live in (TokenPrint[][])[[a], [a, b], [b], [], [a], [a, a]])
        {
            await tokens.ReplaceAsync(directory, ScimTokenOrigin.Configured, live, Ct);

            Assert.Equal(live.Contains(a), await fixture.Get<BearerStore>().FindAsync(a.Hash, Ct) is not null);
            Assert.Equal(live.Contains(b), await fixture.Get<BearerStore>().FindAsync(b.Hash, Ct) is not null);
            Assert.Equal(live.Length > 0, await tokens.AnyAsync(directory, Ct));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_token_named_twice_for_one_directory_is_one_token(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var tokens = fixture.Get<ScimTokenStore>();
        var print = ScimTokens.PrintOf("new");

        await tokens.ReplaceAsync(directory, ScimTokenOrigin.Configured, [print, print], Ct);

        Assert.NotNull(await fixture.Get<BearerStore>().FindAsync(print.Hash, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Replacing_leaves_tokens_of_another_origin_alone(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var tokens = fixture.Get<ScimTokenStore>();
        var made = ScimTokens.PrintOf("made");
        await tokens.AddAsync(directory, "first", ScimTokenOrigin.Generated, made, Ct);

        await tokens.ReplaceAsync(directory, ScimTokenOrigin.Configured, [], Ct);

        Assert.Equal(directory, (await fixture.Get<BearerStore>().FindAsync(made.Hash, Ct))!.Version.Directory);
        Assert.Null(await fixture.Get<BearerStore>().FindAsync(ScimTokens.Hash(ScimBridgeApp.Token("acme")), Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_settings_may_move_a_token_and_adopt_a_generated_one_but_not_take_another_directorys(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider, directories: 2);
        var acme = await fixture.App.DirectoryAsync("acme", Ct);
        var globex = await fixture.App.DirectoryAsync("globex", Ct);
        var tokens = fixture.Get<ScimTokenStore>();
        var (acmes, globexs, made) = (ScimTokens.PrintOf(ScimBridgeApp.Token("acme")), ScimTokens.PrintOf(ScimBridgeApp.Token("globex")), ScimTokens.PrintOf("made"));

        // Two directories swap tokens, in the order in which a start declares them.
        await tokens.ReplaceAsync(acme, ScimTokenOrigin.Configured, [globexs], Ct);
        await tokens.ReplaceAsync(globex, ScimTokenOrigin.Configured, [acmes], Ct);
        Assert.Equal(acme, (await fixture.Get<BearerStore>().FindAsync(globexs.Hash, Ct))!.Version.Directory);
        Assert.Equal(globex, (await fixture.Get<BearerStore>().FindAsync(acmes.Hash, Ct))!.Version.Directory);

        await tokens.AddAsync(acme, "first", ScimTokenOrigin.Generated, made, Ct);
        await Assert.ThrowsAsync<InvalidOperationException>(() => tokens.ReplaceAsync(globex, ScimTokenOrigin.Configured, [made], Ct));
        await tokens.ReplaceAsync(acme, ScimTokenOrigin.Configured, [made], Ct);
        Assert.Equal(acme, (await fixture.Get<BearerStore>().FindAsync(made.Hash, Ct))!.Version.Directory);
        await Assert.ThrowsAsync<InvalidOperationException>(() => tokens.ReplaceAsync(globex, ScimTokenOrigin.Demo, [made], Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_token_of_the_settings_has_a_name_that_no_other_has_and_opens_everything_for_ever(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var (tokens, issued) = (fixture.Get<ScimTokenStore>(), fixture.Get<TokenIssueStore>());
        var (a, b, made) = (ScimTokens.PrintOf("a"), ScimTokens.PrintOf("b"), ScimTokens.PrintOf("made"));
        Assert.Equal("…cdef", Assert.Single(await issued.ListAsync(directory, Ct)).Hint);
        await issued.MakeAsync(directory, new TokenWish("Configured 2", ScimTokenScopes.Groups, null, DateTimeOffset.UtcNow.AddDays(1), "me"), made, Ct);
        await tokens.AddAsync(directory, "first", ScimTokenOrigin.Generated, ScimTokens.PrintOf("c"), Ct);
        await tokens.AddAsync(directory, "First", ScimTokenOrigin.Generated, ScimTokens.PrintOf("d"), Ct);

        // The one somebody made goes into the settings, beside others that come, go, and come again.
        foreach (var live in (TokenPrint[][])[[a, b], [b], [b, a, made], [made], [a, b, made]])
        {
            await tokens.ReplaceAsync(directory, ScimTokenOrigin.Configured, live, Ct);

            var held = (await issued.ListAsync(directory, Ct)).Where(token => token.RevokedAt is null).ToList();
            Assert.Equal(held.Count, held.DistinctBy(token => token.Name).Count());
            Assert.All(held.Where(token => token.Origin is ScimTokenOrigin.Configured), token => Assert.Equal((ScimTokenScopes.All, null), (token.Scopes, token.ExpiresAt)));
        }

        var adopted = (await issued.ListAsync(directory, Ct)).Single(token => token.Hash.AsSpan().SequenceEqual(made.Hash));
        Assert.Equal((ScimTokenOrigin.Configured, "me"), (adopted.Origin, adopted.CreatedBy));
        Assert.Equal(["First 2", "first"], (await issued.ListAsync(directory, Ct)).Where(token => token.Origin is ScimTokenOrigin.Generated).Select(token => token.Name).Order(StringComparer.Ordinal));
    }
}
