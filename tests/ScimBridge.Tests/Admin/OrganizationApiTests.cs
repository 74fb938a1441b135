using System.Net.Http.Json;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin;

public sealed class OrganizationApiTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_organization_is_made_renamed_and_deleted(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        using var made = await scenario.Api.PostAsJsonAsync("organizations", new { name = " Acme " }, Ct);
        var acme = await made.ShouldBeAsync(201);
        var path = $"organizations/{acme.GetProperty("id").GetInt32()}";
        Assert.EndsWith(path, made.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(("Acme", 0), (acme.GetProperty("name").GetString(), acme.GetProperty("directories").GetInt32()));
        var first = made.Headers.ETag!.ToString();

        using var twin = await scenario.Api.PostAsJsonAsync("organizations", new { name = "ACME" }, Ct);
        await twin.ShouldBeProblemAsync(409, "'ACME'");

        using var renamed = await scenario.SendAsync(HttpMethod.Put, path, new { name = "Acme Holding" }, first);
        Assert.Equal("Acme Holding", (await renamed.ShouldBeAsync(200)).GetProperty("name").GetString());
        Assert.NotEqual(first, renamed.Headers.ETag!.ToString());

        using var late = await scenario.SendAsync(HttpMethod.Put, path, new { name = "Other" }, first);
        await late.ShouldBeProblemAsync(412, "has been changed");
        using var lateDeletion = await scenario.SendAsync(HttpMethod.Delete, path, null, first);
        await lateDeletion.ShouldBeAsync(412);
        using var blind = await scenario.SendAsync(HttpMethod.Put, path, new { name = "Other" }, tag: null);
        await blind.ShouldBeProblemAsync(428, "If-Match");
        using var blindDeletion = await scenario.SendAsync(HttpMethod.Delete, path, null, tag: null);
        await blindDeletion.ShouldBeAsync(428);

        using var deleted = await scenario.SendAsync(HttpMethod.Delete, path, null);
        await deleted.ShouldBeAsync(204);
        using var gone = await scenario.Api.GetAsync(path, Ct);
        await gone.ShouldBeProblemAsync(404, "no organization");
        Assert.Equal(["organization.delete", "organization.rename", "organization.create"], await scenario.AuditAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_organization_with_directories_stays(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        var path = $"organizations/{(await scenario.MakeAsync("acme")).GetProperty("organizationId").GetInt32()}";

        using var refused = await scenario.SendAsync(HttpMethod.Delete, path, null);

        await refused.ShouldBeProblemAsync(409, "has directories");
        using var still = await scenario.Api.GetAsync(path, Ct);
        Assert.Equal(1, (await still.ShouldBeAsync(200)).GetProperty("directories").GetInt32());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_long_list_is_walked_by_its_links(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        string[] names = ["Ømega", "alpha", "Beta", "delta & co", "Gamma", "ζ", "Zeta"];
        foreach (var name in names)
        {
            using var made = await scenario.Api.PostAsJsonAsync("organizations", new { name }, Ct);
            await made.ShouldBeAsync(201);
        }

        var (all, one) = await scenario.Api.WalkAsync("organizations");
        var (rows, pages) = await scenario.Api.WalkAsync("organizations?count=2");

        Assert.Equal((1, 4), (one, pages));
        Assert.Equal(all.Select(row => row.GetProperty("id").GetInt32()), rows.Select(row => row.GetProperty("id").GetInt32()));
        Assert.Equal(names.Order(StringComparer.Ordinal), rows.Select(row => row.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        foreach (var bad in (string[])["organizations?count=0", "organizations?count=501", "organizations?after=%2B%2B%2B", "organizations?after=gA"])
        {
            using var refused = await scenario.Api.GetAsync(bad, Ct);
            await refused.ShouldBeAsync(400);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("line\nbreak")]
    [InlineData(null)]
    [InlineData("LONG")]
    public async Task A_name_that_is_none_is_refused(string? name)
    {
        await using var scenario = await LinkingScenario.StartAsync(Databases.Sqlite);

        using var refused = await scenario.Api.PostAsJsonAsync("organizations", new { name = name == "LONG" ? new string('x', 101) : name }, Ct);

        await refused.ShouldBeProblemAsync(400, "name must have 1 to 100 characters");
    }

    [Theory]
    [InlineData("organizations/none")]
    [InlineData("organizations/99999999999")]
    [InlineData("organizations/4711")]
    public async Task An_organization_that_is_not_there_is_not_found(string path)
    {
        await using var scenario = await LinkingScenario.StartAsync(Databases.Sqlite);

        using var found = await scenario.Api.GetAsync(path, Ct);
        using var renamed = await scenario.SendAsync(HttpMethod.Put, path, new { name = "x" }, "\"1\"");
        using var deleted = await scenario.SendAsync(HttpMethod.Delete, path, null, "\"1\"");

        await found.ShouldBeAsync(404);
        await renamed.ShouldBeAsync(404);
        await deleted.ShouldBeAsync(404);
    }
}
