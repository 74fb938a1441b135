using System.Net;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Rfc;

/// <summary>Versions of the protocol and of resources, RFC 7644 sections 3.13 and 3.14.</summary>
public sealed class VersioningTests(SharedApps apps)
{
    [Fact]
    [Shows("7644-3.13-version")]
    public async Task Section_3_13_the_base_URL_names_the_version()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        var user = (await app.Scim.GetScimAsync("Users?count=1")).Resources()[0];

        Assert.StartsWith($"{app.Address}/scim/v2/", user.TextAt("meta", "location"), StringComparison.Ordinal);
        using var unknown = await app.Scim.TryGetAsync("/scim/v3/Users");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.14-header", "7644-3.14-not-modified")]
    public async Task Section_3_14_a_user_that_the_client_has_is_not_sent_again(string provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (var endpoint in (string[])["Users", "Groups"])
        {
            var resource = (await app.Scim.GetScimAsync($"{endpoint}?count=1")).Resources()[0];
            var path = $"{endpoint}/{resource.TextAt("id")}?attributes=displayName";
            using var unchanged = await GetAsync(app, path, resource.TextAt("meta", "version")!);
            using var changed = await GetAsync(app, path, "W/\"e180ee84f0671b1\"");

            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
            Assert.Empty(await unchanged.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
            Assert.Equal(resource.TextAt("meta", "version"), changed.Headers.ETag?.ToString());
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.14-not-modified")]
    public async Task Section_3_14_an_unchanged_list_is_not_sent_again_either(string provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (var path in (string[])["Users?count=3", "Groups?count=3&excludedAttributes=members", "Users?filter=active%20eq%20true&count=2"])
        {
            using var first = await app.Scim.TryGetAsync(path);
            Assert.NotNull(first.Headers.ETag);
            using var unchanged = await GetAsync(app, path, first.Headers.ETag.ToString());
            using var other = await GetAsync(app, path, "W/\"e180ee84f0671b1\"");

            Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (unchanged.StatusCode, other.StatusCode));
        }
    }

    private static async Task<HttpResponseMessage> GetAsync(ScimBridgeApp app, string path, string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-None-Match", version);
        return await app.Scim.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
