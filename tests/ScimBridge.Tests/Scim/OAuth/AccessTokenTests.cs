using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim.OAuth;

public sealed class AccessTokenTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_good_access_token_reads_its_directory_like_a_token_of_ours(string provider)
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var edge = await EdgeApp.StartAsync(issuer.Settings, provider);
        var expected = (await edge.App.Scim.GetScimAsync("Users")).ToJsonString();
        foreach (var token in (string[])[
            issuer.Token(),
            issuer.Token(key: issuer.Ec, algorithm: SecurityAlgorithms.EcdsaSha256),
            issuer.Token(algorithm: SecurityAlgorithms.RsaSsaPssSha512),
            issuer.Token(TestIssuer.Claims("acme", scope: "scim")),
            issuer.Token(new() { ["sub"] = "x", ["scp"] = new[] { "read", "scim" }, ["directory"] = "acme" }),
            issuer.Token(new() { ["sub"] = "x", ["scp"] = "read scim", ["directory"] = "acme" }),
            issuer.Token(new() { ["client_id"] = "x", ["scope"] = "scim", ["directory"] = "acme" }),
            issuer.Token(age: TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(10))])
        {
            using var client = Client(edge, token);
            Assert.Equal(expected, (await client.GetScimAsync("Users")).ToJsonString());
        }

        using var globex = Client(edge, issuer.Token(TestIssuer.Claims("globex")));
        await globex.GetScimAsync("Schemas");
        await globex.TryGetAsync("Users").ShouldBeScimErrorAsync(503);
    }

    [Fact]
    public async Task A_token_that_is_not_good_is_401_invalid_token()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var edge = await EdgeApp.StartAsync(issuer.Settings);
        var guessed = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(ScimBridgeApp.Token("acme"))) { KeyId = issuer.Rsa.KeyId };
        var good = issuer.Token();
        foreach (var token in (string[])[
            issuer.Token(age: TimeSpan.FromMinutes(6)),
            issuer.Token(age: TimeSpan.FromMinutes(-2)),
            issuer.Token(audience: "https://other.example.com"),
            issuer.Token(audience: null),
            issuer.Token(issuer: "https://other.example.com"),
            issuer.Token(issuer: issuer.Url + "/"),
            issuer.Token(key: issuer.Shared, algorithm: SecurityAlgorithms.HmacSha256),
            issuer.Token(key: guessed, algorithm: SecurityAlgorithms.HmacSha256),
            issuer.Token(algorithm: SecurityAlgorithms.RsaSha256Signature),
            issuer.Token(key: TestIssuer.NewKey()),
            Unsigned(good),
            good[..^4] + "AAAA",
            "a.b.c",
            ".."])
        {
            using var client = Client(edge, token);
            using var response = await client.TryGetAsync("Users");

            var detail = await response.ShouldBeScimErrorAsync(401);
            Assert.DoesNotContain(token, detail, StringComparison.Ordinal);
            Assert.Equal(
                $"Bearer realm=\"ScimBridge\", error=\"invalid_token\", resource_metadata=\"{edge.App.Address}/.well-known/oauth-protected-resource/scim/v2\"",
                response.Headers.WwwAuthenticate.ToString());
        }

        Assert.DoesNotContain(good, edge.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_without_the_scope_is_403_insufficient_scope()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var edge = await EdgeApp.StartAsync(issuer.Settings);
        foreach (var claims in (Dictionary<string, object>[])[
            TestIssuer.Claims("acme", scope: "openid"), TestIssuer.Claims("acme", scope: "SCIM scim2 xscim"), new() { ["sub"] = "x", ["directory"] = "acme" }])
        {
            using var client = Client(edge, issuer.Token(claims));
            using var response = await client.TryGetAsync("Users");

            Assert.Contains("'scim'", await response.ShouldBeScimErrorAsync(403), StringComparison.Ordinal);
            Assert.Equal(
                "Bearer realm=\"ScimBridge\", error=\"insufficient_scope\", scope=\"scim\", "
                + $"resource_metadata=\"{edge.App.Address}/.well-known/oauth-protected-resource/scim/v2\"",
                response.Headers.WwwAuthenticate.ToString());
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_token_for_no_directory_that_is_served_is_403_and_says_which_claim(string provider)
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var edge = await EdgeApp.StartAsync(issuer.Settings, provider);
        foreach (var claims in (Dictionary<string, object>[])[
            TestIssuer.Claims("secret-name"), TestIssuer.Claims("ACME"), TestIssuer.Claims("acme "), TestIssuer.Claims(""), TestIssuer.Claims("acme\0"),
            TestIssuer.Claims(new string('a', 5000)), TestIssuer.Claims(new[] { "acme", "globex" }), TestIssuer.Claims(5),
            new() { ["sub"] = "x", ["scope"] = "scim" }])
        {
            using var client = Client(edge, issuer.Token(claims));
            using var response = await client.TryGetAsync("Users");

            var detail = await response.ShouldBeScimErrorAsync(403);
            Assert.Contains("'directory'", detail, StringComparison.Ordinal);
            Assert.DoesNotContain("secret-name", detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_scope_and_the_claim_are_settings()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var edge = await EdgeApp.StartAsync(new Dictionary<string, string?>(issuer.Settings)
        {
            ["Scim:OAuth:Scope"] = "people.read",
            ["Scim:OAuth:DirectoryClaim"] = "https://example.com/tenant",
        });
        using var client = Client(edge, issuer.Token(new() { ["sub"] = "x", ["scope"] = "people.read", ["https://example.com/tenant"] = "acme" }));
        using var usual = Client(edge, issuer.Token());

        await client.GetScimAsync("Users");
        await usual.TryGetAsync("Users").ShouldBeScimErrorAsync(403);
    }

    [Fact]
    public async Task While_the_issuer_cannot_be_reached_access_tokens_are_503_and_ours_work()
    {
        await using var issuer = await TestIssuer.StartAsync();
        issuer.Down = true;
        await using var edge = await EdgeApp.StartAsync(issuer.Settings);
        using var client = Client(edge, issuer.Token());
        for (var request = 0; request < 3; request++)
        {
            using var response = await client.TryGetAsync("Users");
            Assert.Contains("issuer", await response.ShouldBeScimErrorAsync(503), StringComparison.Ordinal);
            Assert.NotNull(response.Headers.RetryAfter);
            Assert.Empty(response.Headers.WwwAuthenticate);
        }

        await edge.App.Scim.GetScimAsync("Users");
        Assert.InRange(issuer.Asked, 1, 2);
        Assert.Contains("Scim:OAuth:Issuer", edge.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issuer_that_calls_itself_something_else_is_not_believed()
    {
        await using var issuer = await TestIssuer.StartAsync();
        issuer.Name = "https://other.example.com";
        await using var edge = await EdgeApp.StartAsync(issuer.Settings);
        using var client = Client(edge, issuer.Token());

        await client.TryGetAsync("Users").ShouldBeScimErrorAsync(503);

        Assert.Contains("https://other.example.com", edge.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_the_issuer_adds_later_is_learnt()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var edge = await EdgeApp.StartAsync(issuer.Settings);
        using (var before = Client(edge, issuer.Token()))
        {
            await before.GetScimAsync("Users");
        }

        var added = TestIssuer.NewKey();
        issuer.Publish(added);
        using var client = Client(edge, issuer.Token(key: added));

        // The first token with an unknown key makes the server ask for the keys; whether it waits for them is the library's affair.
        var asked = issuer.Asked;
        var status = HttpStatusCode.Unauthorized;
        for (var request = 0; request < 500 && status == HttpStatusCode.Unauthorized; request++)
        {
            using var response = await client.TryGetAsync("Users");
            status = response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(asked + 1, issuer.Asked);
    }

    [Fact]
    public async Task Each_client_of_the_issuer_has_a_rate_limit_of_its_own()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var edge = await EdgeApp.StartAsync(new Dictionary<string, string?>(issuer.Settings) { ["Scim:RequestsPerMinute"] = "2" });
        foreach (var subject in (string[])["one", "two"])
        {
            // Another token each time, and the same client.
            foreach (var status in (int[])[200, 200, 429])
            {
                using var client = Client(edge, issuer.Token(TestIssuer.Claims("acme", subject: subject), age: TimeSpan.FromSeconds(status / 100)));
                using var response = await client.TryGetAsync("Users");
                Assert.Equal(status, (int)response.StatusCode);
            }
        }

        await edge.App.Scim.GetScimAsync("Users");
    }

    [Fact]
    public async Task The_feed_takes_tokens_of_ours_only_and_names_no_issuer()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var edge = await EdgeApp.StartAsync(issuer.Settings);
        using var client = Client(edge, issuer.Token());
        using var refused = await client.GetAsync(new Uri("/odata/Users", UriKind.Relative), Ct);
        using var read = await edge.App.Scim.GetAsync(new Uri("/odata/Users", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.DoesNotContain("resource_metadata", refused.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Fact]
    public async Task Without_an_issuer_an_access_token_is_a_token_that_opens_nothing()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var edge = await EdgeApp.StartAsync();
        using var client = Client(edge, issuer.Token());
        using var response = await client.TryGetAsync("Users");

        await response.ShouldBeScimErrorAsync(401);
        Assert.Equal("Bearer realm=\"ScimBridge\", error=\"invalid_token\"", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal(0, issuer.Asked);
    }

    private static HttpClient Client(EdgeApp edge, string token)
    {
        var client = new HttpClient { BaseAddress = edge.App.Scim.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>The same token with the algorithm <c>none</c>.</summary>
    private static string Unsigned(string token)
    {
        var header = new JsonObject { ["alg"] = "none", ["typ"] = "JWT" }.ToJsonString();
        return $"{Base64UrlEncoder.Encode(header)}.{token.Split('.')[1]}.";
    }
}
