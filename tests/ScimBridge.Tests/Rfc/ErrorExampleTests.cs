using System.Globalization;
using System.Text.Json.Nodes;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Rfc;

/// <summary>Errors that a client that reads can meet, RFC 7644 section 3.12.</summary>
public sealed class ErrorExampleTests(SharedApps apps)
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.12-body", "7644-3.12-status", "7644-3.12-detail", "7644-3.12-404")]
    public async Task Section_3_12_a_user_who_is_not_there(string provider)
    {
        var app = await apps.OnAsync(provider);

        var detail = await app.Scim.TryGetAsync("Users/2819c223-7f76-453a-919d-413861904646").ShouldBeScimErrorAsync(404);

        Assert.Contains("2819c223-7f76-453a-919d-413861904646", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Users?filter=userName%20regex%20%22a%22", 400, "invalidFilter")]
    [InlineData("Users?count=ten", 400, "invalidValue")]
    [InlineData("Users?startIndex=first", 400, "invalidValue")]
    [InlineData("Schemas?filter=id%20pr", 403, null)]
    [InlineData("Nothing", 404, null)]
    [InlineData("Me", 501, null)]
    [Shows("7644-3.12-body", "7644-3.12-status", "7644-3.12-scim-type", "7644-3.12-403", "7644-3.12-404", "7644-3.12-501", "7644-3.11-me", "7644-4-filter")]
    public async Task Section_3_12_each_refusal_has_its_status_and_its_word(string path, int status, string? scimType)
    {
        var app = await apps.OnAsync(Databases.Sqlite);

        Assert.NotEmpty(await app.Scim.TryGetAsync(path).ShouldBeScimErrorAsync(status, scimType));
    }

    [Fact]
    [Shows("7644-2-challenge", "7644-3.12-401")]
    public async Task Section_2_whoever_is_refused_is_told_how_to_authenticate()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        using var client = app.Anonymous();
        using var response = await client.TryGetAsync("/scim/v2/Users");

        await response.ShouldBeScimErrorAsync(401);

        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
    }

    [Fact]
    [Shows("7644-3.12-detail")]
    public async Task Section_3_12_the_detail_ends_with_the_request_that_the_log_knows()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var path in (string[])["Users/none", "Users?filter=x", "Nothing"])
        {
            using var response = await app.Scim.TryGetAsync(path);

            await response.ShouldBeScimErrorAsync((int)response.StatusCode, path == "Users?filter=x" ? "invalidFilter" : null);

            var id = Assert.Single(response.Headers.GetValues("X-Request-Id"));
            Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $"Request {id}."), (string)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["detail"]!, StringComparison.Ordinal);
        }
    }
}
