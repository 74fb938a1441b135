using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ScimBridge.HiBobSimulator;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin;

/// <summary>What is one directory's is not found under another one's key, on no route of the admin API.</summary>
public sealed class AdminApiIsolationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Ids_of_one_directory_are_nothing_under_another(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hiBob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 20, RateLimitPerMinute = 0 }, Ct);
        await using var app = ScimBridgeApp.Start(database, [hiBob, hiBob]);
        await app.SyncAsync("acme", Ct);
        await app.SyncAsync("globex", Ct);
        using var api = new HttpClient { BaseAddress = new Uri($"{app.Address}/api/v1/directories/") };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ScimBridgeApp.ApiKey);
        var run = (await api.GetFromJsonAsync<JsonElement>("acme/syncs", Ct))[0].GetProperty("id").GetString();
        var plan = (await api.GetFromJsonAsync<JsonElement>("acme/plans", Ct))[0].GetProperty("id").GetString();
        using var made = await api.PostAsJsonAsync("acme/tokens", new { name = "theirs", scopes = new[] { "read_users" } }, Ct);
        var token = (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("details").GetProperty("id").GetString();
        using var users = await app.ClientOf("acme").GetAsync("Users?count=1", Ct);
        var user = (await users.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("Resources")[0].GetProperty("id").GetString();
        (HttpMethod Method, string Path)[] routes =
        [
            (HttpMethod.Get, $"syncs/{run}"),
            (HttpMethod.Post, $"syncs/{run}/cancel"),
            (HttpMethod.Get, $"plans/{plan}"),
            (HttpMethod.Get, $"plans/{plan}/changes"),
            (HttpMethod.Post, $"plans/{plan}/approve"),
            (HttpMethod.Post, $"plans/{plan}/reject"),
            (HttpMethod.Get, $"tokens/{token}"),
            (HttpMethod.Post, $"tokens/{token}/rotate"),
            (HttpMethod.Delete, $"tokens/{token}"),
            (HttpMethod.Get, $"users/{user}/explanation"),
            (HttpMethod.Get, $"users/{user}/history"),
        ];

        foreach (var (method, path) in routes)
        {
            using var elsewhere = new HttpRequestMessage(method, $"globex/{path}");
            using var refused = await api.SendAsync(elsewhere, Ct);

            Assert.True(refused.StatusCode == HttpStatusCode.NotFound, $"{method} {path}: {refused.StatusCode}");
        }

        // And all of it is there under its own.
        foreach (var (method, path) in routes.Where(route => route.Method == HttpMethod.Get))
        {
            using var own = new HttpRequestMessage(method, $"acme/{path}");
            using var found = await api.SendAsync(own, Ct);

            Assert.True(found.StatusCode == HttpStatusCode.OK, $"{method} {path}: {found.StatusCode}");
        }
    }
}
