using System.Net;
using System.Text.Json.Nodes;
using ScimBridge.HiBobSimulator;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Hosting;

public sealed class HostingServicesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string?, bool> Proxies => new()
    {
        { null, false },
        { "10.1.2.3", false },
        { "192.168.0.0/16", false },
        { "127.0.0.1", true },
        { "127.0.0.0/8", true },
    };

    [Theory, MemberData(nameof(Proxies))]
    public async Task Forwarded_headers_are_believed_of_trusted_proxies_only(string? trusted, bool believed)
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);
        await using var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 10 }, Ct);
        await using var app = ScimBridgeApp.Start(
            database, [hibob], settings: trusted is null ? null : new Dictionary<string, string?> { ["TrustedProxies:0"] = trusted });
        await app.SyncAsync(cancellationToken: Ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("Users?count=1", UriKind.Relative));
        request.Headers.Add("X-Forwarded-Host", "scim.example.com");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var response = await app.Scim.SendAsync(request, Ct);

        var location = (string)JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!["Resources"]![0]!["meta"]!["location"]!;

        Assert.StartsWith(believed ? "https://scim.example.com/scim/v2/Users/" : $"{app.Address}/scim/v2/Users/", location, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_server_is_ready_without_HiBob_and_not_without_its_database(string provider)
    {
        var database = await TestDatabase.CreateAsync(provider, Ct);
        var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 10 }, Ct);
        await using var app = ScimBridgeApp.Start(database, [hibob]);
        using var client = app.Anonymous();
        await hibob.DisposeAsync();
        foreach (var path in (string[])["/health/live", "/health/ready"])
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        await database.DisposeAsync();

        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("Unhealthy", await ready.Content.ReadAsStringAsync(Ct));
        using var live = await client.GetAsync(new Uri("/health/live", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        using var scim = await app.Scim.GetAsync(new Uri("Users", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.InternalServerError, scim.StatusCode);
        Assert.Equal("application/scim+json", scim.Content.Headers.ContentType?.ToString());
        var body = await scim.Content.ReadAsStringAsync(Ct);
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
        Assert.DoesNotContain("ScimTokens", body, StringComparison.Ordinal);
    }
}
