using System.Net.Http.Headers;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class ScimErrorsTests(SharedApps apps)
{
    private static readonly string[] Paths =
    [
        "Users", "Users/x", "Groups", "Groups/x", "ServiceProviderConfig", "ResourceTypes", "ResourceTypes/User", "Schemas",
        "Schemas/urn:ietf:params:scim:schemas:core:2.0:User", "Me", "Bulk", "", "Nothing", "Nothing/x", "Users/x/y", ".search", "Users/.search", "file.json", "a/b.c",
        "Users/x/photo.png",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_token_every_path_and_method_is_401()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        using var client = app.Anonymous();
        foreach (var path in Paths)
        {
            foreach (var method in (string[])["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "SEARCH"])
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"/scim/v2/{path}", UriKind.Relative));
                using var response = await client.SendAsync(request, Ct);

                Assert.True(401 == (int)response.StatusCode, $"{method} {path}: {(int)response.StatusCode}");
                Assert.Equal("Bearer realm=\"ScimBridge\"", response.Headers.WwwAuthenticate.ToString());
                if (method != "HEAD")
                {
                    await response.ShouldBeScimErrorAsync(401);
                }
            }
        }
    }

    public static TheoryData<string> BadHeaders =>
    [
        "Bearer", "Bearer ", "Bearer    ", "Bearer wrong", "Basic dXNlcjpwYXNz", $"Token {ScimBridgeApp.Token("acme")}", ScimBridgeApp.Token("acme"),
        $"Bearer {ScimBridgeApp.Token("acme")}x", $"Bearer {ScimBridgeApp.Token("acme").ToUpperInvariant()}", $"Bearer {ScimBridgeApp.Token("acme")[..^1]}",
        $"Bearer {ScimBridgeApp.Token("acme")}, Bearer {ScimBridgeApp.Token("globex")}", $"Bearer {new string('a', 513)}", $"Bearer {new string('a', 20_000)}",
        $"Bearer\t{ScimBridgeApp.Token("acme")}", "Bearer ' or 1=1 --",
    ];

    [Theory, MemberData(nameof(BadHeaders))]
    public async Task A_token_that_opens_nothing_is_401_and_says_so(string header)
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        using var client = app.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/scim/v2/Users", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Authorization", header);
        using var response = await client.SendAsync(request, Ct);

        Assert.Equal("A valid bearer token is required.", await response.ShouldBeScimErrorAsync(401));
        Assert.Equal("Bearer realm=\"ScimBridge\", error=\"invalid_token\"", response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Two_headers_are_401_even_if_one_is_good()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        using var client = new System.Net.Sockets.TcpClient();
        var address = new Uri(app.Address);
        await client.ConnectAsync(address.Host, address.Port, Ct);
        await using var stream = client.GetStream();
        var good = $"Authorization: Bearer {ScimBridgeApp.Token("acme")}\r\n";
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET /scim/v2/Users HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{good}{good}\r\n"), Ct);
        using var reader = new StreamReader(stream);

        var answer = await reader.ReadToEndAsync(Ct);

        Assert.StartsWith("HTTP/1.1 401", answer, StringComparison.Ordinal);
        Assert.Contains("\"status\":\"401\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scheme_is_read_in_any_case()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var scheme in (string[])["bearer", "BEARER"])
        {
            using var client = app.Anonymous();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, ScimBridgeApp.Token("acme"));
            await client.GetScimAsync("/scim/v2/Users?count=1");
        }
    }

    [Fact]
    public async Task Writing_is_405_with_what_is_allowed_and_who_owns_the_data()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var path in (string[])["Users", "Groups", "Users/x", "Groups/x"])
        {
            foreach (var method in (string[])["POST", "PUT", "DELETE"])
            {
                using var response = await SendAsync(app, method, path);

                Assert.Contains("HiBob", await response.ShouldBeScimErrorAsync(405), StringComparison.Ordinal);
                Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
            }

            using var patch = await SendAsync(app, "PATCH", path);
            Assert.Contains("HiBob", await patch.ShouldBeScimErrorAsync(501), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_method_that_an_endpoint_does_not_have_is_405_with_what_is_allowed()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var (path, methods) in ((string, string[])[])[
            ("ServiceProviderConfig", ["POST", "PUT", "PATCH", "DELETE"]), ("Schemas", ["POST", "DELETE"]), ("ResourceTypes/User", ["PUT", "OPTIONS"]),
            ("Users", ["OPTIONS", "SEARCH"]), ("Groups/x", ["OPTIONS"])])
        {
            foreach (var method in methods)
            {
                using var response = await SendAsync(app, method, path);

                await response.ShouldBeScimErrorAsync(405);
                Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
            }
        }
    }

    [Fact]
    public async Task What_is_not_offered_is_501_and_what_does_not_exist_is_404()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var (method, path) in ((string, string)[])[("POST", "Bulk"), ("GET", "Bulk"), ("GET", "Me"), ("PATCH", "Me"), ("PUT", "Me/x")])
        {
            await SendAsync(app, method, path).ShouldBeScimErrorAsync(501);
        }

        foreach (var path in (string[])["Nothing", "Nothing/x", "Users/x/y", "file.json", "a/b.c", "Schemas/urn:none", "ResourceTypes/None"])
        {
            await app.Scim.TryGetAsync(path).ShouldBeScimErrorAsync(404);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(ScimBridgeApp app, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Content = method is "POST" or "PUT" or "PATCH" ? new StringContent("{}", System.Text.Encoding.UTF8, "application/scim+json") : null;
        return await app.Scim.SendAsync(request, Ct);
    }
}
