using System.IO.Compression;
using System.Net;
using System.Text;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class CompressionTests(SharedApps apps)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip", "application/scim+json")]
    [InlineData("br", "application/scim+json")]
    [InlineData("gzip, deflate", "application/json")]
    public async Task Answers_are_the_same_compressed(string encodings, string accept)
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var path in (string[])["Users?count=1000", "Groups?count=1000", "Schemas", "ServiceProviderConfig", "Users/none"])
        {
            var plain = await (await SendAsync(app, "GET", path, null, accept)).Content.ReadAsStringAsync(Ct);
            using var response = await SendAsync(app, "GET", path, encodings, accept);
            var encoding = Assert.Single(response.Content.Headers.ContentEncoding);
            var body = await response.Content.ReadAsByteArrayAsync(Ct);

            Assert.Equal(encodings.Split(',')[0], encoding);
            Assert.Equal(accept, response.Content.Headers.ContentType?.ToString());
            Assert.Equal(["Accept", "Accept-Encoding"], response.Headers.Vary.Order(StringComparer.Ordinal));
            Assert.Equal(WithoutRequest(plain), WithoutRequest(Decompressed(body, encoding)));
            Assert.True(plain.Length < 2000 || body.Length < plain.Length / 2);
        }
    }

    [Fact]
    public async Task Tags_304_and_head_are_as_without_compression()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        var id = (await app.Scim.GetScimAsync("Users?count=1")).Ids()[0];
        foreach (var path in (string[])[$"Users/{id}", "Schemas"])
        {
            using var plain = await SendAsync(app, "GET", path, null);
            using var compressed = await SendAsync(app, "GET", path, "gzip");
            Assert.Equal(plain.Headers.ETag, compressed.Headers.ETag);

            using var known = await SendAsync(app, "GET", path, "gzip", tag: plain.Headers.ETag!.ToString());
            Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
            Assert.Empty(known.Content.Headers.ContentEncoding);
            Assert.Empty(await known.Content.ReadAsByteArrayAsync(Ct));

            using var head = await SendAsync(app, "HEAD", path, "gzip");
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.Equal(plain.Headers.ETag, head.Headers.ETag);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(Ct));
        }
    }

    [Fact]
    public async Task Nothing_is_compressed_elsewhere_or_for_clients_that_do_not_ask()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        using var plain = await SendAsync(app, "GET", "Schemas", null);
        Assert.Empty(plain.Content.Headers.ContentEncoding);

        using var feed = await SendAsync(app, "GET", "/odata/Users", "gzip", "application/json");
        Assert.Equal(HttpStatusCode.OK, feed.StatusCode);
        Assert.Empty(feed.Content.Headers.ContentEncoding);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        ScimBridgeApp app, string method, string path, string? encodings, string accept = "application/scim+json", string? tag = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encodings);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await app.Scim.SendAsync(request, Ct);
    }

    private static string Decompressed(byte[] body, string encoding)
    {
        using var input = new MemoryStream(body);
        using Stream stream = encoding == "br" ? new BrotliStream(input, CompressionMode.Decompress) : new GZipStream(input, CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string WithoutRequest(string body) => body.IndexOf(" Request ", StringComparison.Ordinal) is var at and >= 0 ? body[..at] : body;
}
