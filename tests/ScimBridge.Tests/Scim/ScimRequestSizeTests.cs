using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class ScimRequestSizeTests(SharedApps apps)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_query_that_is_too_long_is_414_and_one_at_the_limit_is_read()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        var pad = "count=1&x=";

        Assert.Contains(".search", await app.Scim.TryGetAsync($"Users?{pad}{new string('x', 32769 - pad.Length)}").ShouldBeScimErrorAsync(414), StringComparison.Ordinal);
        await app.Scim.GetScimAsync($"Users?{pad}{new string('x', 32768 - pad.Length)}");
    }

    [Fact]
    public async Task The_limit_counts_what_is_sent_and_not_what_it_means()
    {
        await using var edge = await EdgeApp.StartAsync(new Dictionary<string, string?> { ["Scim:MaxQueryLength"] = "1024" });
        await edge.App.Scim.GetScimAsync($"Users?count=1&x={new string('x', 1000)}");

        await edge.App.Scim.TryGetAsync($"Users?count=1&x={string.Concat(Enumerable.Repeat("%20", 400))}").ShouldBeScimErrorAsync(414);
    }

    [Theory]
    [InlineData("POST", ".search")]
    [InlineData("POST", "Users/.search")]
    [InlineData("POST", "Groups/.search")]
    [InlineData("PUT", "Users/x")]
    public async Task A_body_that_is_too_large_is_413_whether_its_length_is_declared_or_not(string method, string path)
    {
        await using var edge = await EdgeApp.StartAsync(new Dictionary<string, string?> { ["Scim:MaxBodyBytes"] = "2048" });
        foreach (var chunked in (bool[])[false, true])
        {
            using var over = await SendAsync(edge.App, method, path, 2049, chunked);
            Assert.Contains("2048", await over.ShouldBeScimErrorAsync(413), StringComparison.Ordinal);

            using var far = await SendAsync(edge.App, method, path, 400_000, chunked);
            await far.ShouldBeScimErrorAsync(413);

            using var at = await SendAsync(edge.App, method, path, 2048, chunked);
            Assert.NotEqual(413, (int)at.StatusCode);
        }
    }

    [Fact]
    public async Task Without_a_token_no_body_is_read()
    {
        await using var edge = await EdgeApp.StartAsync(new Dictionary<string, string?> { ["Scim:MaxBodyBytes"] = "2048" });
        edge.App.Scim.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "wrong");
        foreach (var chunked in (bool[])[false, true])
        {
            using var response = await SendAsync(edge.App, "POST", ".search", 4096, chunked);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(ScimBridgeApp app, string method, string path, int bytes, bool chunked)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Headers.TransferEncodingChunked = chunked;
        request.Content = new ByteArrayContent(Encoding.ASCII.GetBytes($"{{\"x\":\"{new string('x', bytes - 8)}\"}}"));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/scim+json");
        return await app.Scim.SendAsync(request, Ct);
    }
}
