using System.Text.Json.Nodes;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim.OAuth;

public sealed class ProtectedResourceEndpointTests(SharedApps apps)
{
    private const string Path = "/.well-known/oauth-protected-resource/scim/v2";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_without_a_token_finds_out_who_issues_one()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var edge = await EdgeApp.StartAsync(issuer.Settings);
        using var client = edge.App.Anonymous();
        using var refused = await client.TryGetAsync("/scim/v2/Users");
        Assert.Equal($"Bearer realm=\"ScimBridge\", resource_metadata=\"{edge.App.Address}{Path}\"", refused.Headers.WwwAuthenticate.ToString());

        using var response = await client.TryGetAsync(Path);

        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            $$"""
            {"resource":"{{edge.App.Address}}/scim/v2","resource_name":"ScimBridge","authorization_servers":["{{issuer.Url}}"],
            "scopes_supported":["scim"],"bearer_methods_supported":["header"]}
            """.ReplaceLineEndings(string.Empty),
            await response.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Its_addresses_are_the_public_ones()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var edge = await EdgeApp.StartAsync(new Dictionary<string, string?>(issuer.Settings) { ["PublicUrl"] = "https://example.com/bridge/" });
        using var client = edge.App.Anonymous();
        using var refused = await client.TryGetAsync("/scim/v2/Users");
        var document = JsonNode.Parse(await client.GetStringAsync(new Uri(Path, UriKind.Relative), Ct))!;

        Assert.Equal("https://example.com/bridge/scim/v2", (string)document["resource"]!);
        Assert.Contains($"\"https://example.com/bridge{Path}\"", refused.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configuration_names_oauth_beside_the_one_primary_scheme()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var edge = await EdgeApp.StartAsync(issuer.Settings);
        var schemes = (await edge.App.Scim.GetScimAsync("ServiceProviderConfig"))["authenticationSchemes"]!.AsArray();

        Assert.Equal([("oauthbearertoken", true), ("oauth2", false)], schemes.Select(scheme => ((string)scheme!["type"]!, (bool)scheme["primary"]!)));
    }

    [Fact]
    public async Task Without_an_issuer_there_is_nothing_to_tell()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        using var client = app.Anonymous();
        using var response = await client.TryGetAsync(Path);

        Assert.Equal(404, (int)response.StatusCode);
    }
}
