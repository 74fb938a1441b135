using System.Net;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

/// <summary>A HEAD is answered like the GET, without the body (RFC 9110 section 9.3.2).</summary>
public sealed class HeadTests(SharedApps apps)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_HEAD_has_the_headers_of_the_GET_and_no_body(string provider)
    {
        var app = await apps.OnAsync(provider);
        var user = (await app.Scim.GetScimAsync("Users?count=1")).Ids()[0];
        var group = (await app.Scim.GetScimAsync("Groups?count=1&filter=members%20pr")).Ids()[0];
        foreach (var path in (string[])["Users", "Groups", "", $"Users/{user}", $"Groups/{group}", "Users?filter=id%20pr", "Groups?attributes=members", "Users?cursor=&count=1"])
        {
            using var get = await app.Scim.TryGetAsync(path);
            using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative));
            using var head = await app.Scim.SendAsync(request, Ct);

            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(Ct));
            Assert.Equal(get.Headers.ETag, head.Headers.ETag);
            Assert.Equal(get.Headers.CacheControl, head.Headers.CacheControl);
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Equal(get.Content.Headers.ContentLocation, head.Content.Headers.ContentLocation);
            Assert.Contains(head.Content.Headers.ContentLength, (long?[])[null, get.Content.Headers.ContentLength]);
        }
    }

    [Fact]
    public async Task A_HEAD_of_what_is_not_there_is_404()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri("Users/none", UriKind.Relative));
        using var head = await app.Scim.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_resource_says_where_it_is(string provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (var endpoint in (string[])["Users", "Groups"])
        {
            var resource = (await app.Scim.GetScimAsync($"{endpoint}?count=1")).Resources()[0];
            using var response = await app.Scim.TryGetAsync($"{endpoint}/{(string)resource["id"]!}");

            Assert.Equal((string)resource["meta"]!["location"]!, response.Content.Headers.ContentLocation!.AbsoluteUri);
        }
    }
}
