using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class ScimNegotiationTests(SharedApps apps)
{
    private const string Scim = "application/scim+json";
    private const string Json = "application/json";

    private static readonly string[] Paths = ["Users?count=1", "Groups?count=1", "ServiceProviderConfig", "Schemas", "ResourceTypes/User"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string?, string> Acceptable => new()
    {
        { null, Scim },
        { "", Scim },
        { Scim, Scim },
        { "APPLICATION/SCIM+JSON", Scim },
        { "application/*", Scim },
        { "*/*", Scim },
        { "application/scim+json; charset=utf-8", Scim },
        { "application/scim+json;charset=UTF-8;q=0.3", Scim },
        { "application/json, application/scim+json", Scim },
        { "application/json, text/plain, */*", Scim },
        { "text/html, application/*;q=0.1", Scim },
        { "application/json;q=0, */*", Scim },
        { "garbage", Scim },
        { Json, Json },
        { "Application/JSON", Json },
        { "application/json; charset=utf-8", Json },
        { "application/json;odata=verbose", Json },
        { "application/json;q=0.2", Json },
        { "application/json, */*;q=0.8", Json },
        { "application/scim+json;q=0.5, application/json;q=0.6", Json },
        { "application/scim+json;q=0, */*", Json },
        { "application/*;q=0.5, application/json", Json },
        { "text/html, application/json;q=0.1, image/png", Json },
    };

    [Theory, MemberData(nameof(Acceptable))]
    public async Task The_answer_is_what_the_client_likes_best_and_never_has_a_charset(string? accept, string expected)
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var path in Paths)
        {
            using var response = await GetAsync(app, path, accept);

            Assert.True(HttpStatusCode.OK == response.StatusCode, $"{path}: {response.StatusCode}");
            Assert.Equal(expected, response.Content.Headers.ContentType?.ToString());
            Assert.Contains("Accept", response.Headers.Vary);
        }

        foreach (var path in (string[])["Users/none", "Users?filter=x", "Nothing", "Me"])
        {
            using var response = await GetAsync(app, path, accept);

            await response.ShouldBeScimErrorAsync((int)response.StatusCode, path.Contains("filter", StringComparison.Ordinal) ? "invalidFilter" : null, expected);
            Assert.InRange((int)response.StatusCode, 400, 501);
            Assert.Contains("Accept", response.Headers.Vary);
        }
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    [InlineData("application/xml, text/*;q=0.5")]
    [InlineData("application/scim+json;q=0, application/json;q=0.0")]
    [InlineData("application/json;q=0")]
    [InlineData("*/*;q=0")]
    [InlineData("application/*;q=0, */*")]
    public async Task A_client_that_takes_neither_is_told_what_there_is(string accept)
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var path in Paths)
        {
            using var response = await GetAsync(app, path, accept);
            Assert.Contains("application/scim+json", await response.ShouldBeScimErrorAsync(406), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_token_it_is_401_whatever_the_client_takes()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        using var client = app.Anonymous();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html");

        await client.TryGetAsync("/scim/v2/Users").ShouldBeScimErrorAsync(401);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml; charset=utf-16")]
    [InlineData("garbage")]
    public async Task The_content_type_of_a_get_does_not_matter(string contentType)
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("Users?count=1", UriKind.Relative));
        request.Content = new ByteArrayContent([]);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var response = await app.Scim.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("application/jsonx", 415)]
    [InlineData("application/scim+json; charset=utf-16", 415)]
    [InlineData("application/json; charset=\"iso-8859-1\"", 415)]
    [InlineData("garbage", 415)]
    [InlineData("application/scim+json", 0)]
    [InlineData("Application/Scim+Json; charset=UTF-8", 0)]
    [InlineData("application/json", 0)]
    [InlineData("application/json; charset=\"utf-8\"", 0)]
    [InlineData("application/json; charset=us-ascii", 0)]
    [InlineData("application/json; foo=bar", 0)]
    [InlineData(null, 0)]
    public async Task A_query_in_a_body_has_to_be_json(string? contentType, int refusal)
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var path in (string[])[".search", "Users/.search", "Groups/.Search/"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(
                """{"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"count":1}"""));
            request.Content.Headers.ContentType = null;
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            using var response = await app.Scim.SendAsync(request, Ct);

            if (refusal == 0)
            {
                Assert.NotEqual(415, (int)response.StatusCode);
            }
            else
            {
                Assert.Contains("Content-Type", await response.ShouldBeScimErrorAsync(refusal), StringComparison.Ordinal);
            }
        }
    }

    private static async Task<HttpResponseMessage> GetAsync(ScimBridgeApp app, string path, string? accept)
    {
        using var client = new HttpClient { BaseAddress = app.Scim.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ScimBridgeApp.Token("acme"));
        if (accept is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", accept);
        }

        return await client.TryGetAsync(path);
    }
}
