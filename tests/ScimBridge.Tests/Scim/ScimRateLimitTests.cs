using System.Net;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class ScimRateLimitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_that_asks_too_often_is_429_and_told_when_to_come_back()
    {
        await using var edge = await EdgeApp.StartAsync(new Dictionary<string, string?> { ["Scim:RequestsPerMinute"] = "4" });
        foreach (var path in (string[])["Users", "Schemas", "Nothing", "Users/x"])
        {
            using var response = await edge.App.Scim.TryGetAsync(path);
            Assert.NotEqual(HttpStatusCode.TooManyRequests, response.StatusCode);
        }

        foreach (var path in (string[])["Users", "Schemas", "Nothing"])
        {
            using var response = await edge.App.Scim.TryGetAsync(path);
            var detail = await response.ShouldBeScimErrorAsync(429);
            var wait = Assert.Single(response.Headers.GetValues("Retry-After"));

            Assert.InRange(int.Parse(wait, System.Globalization.CultureInfo.InvariantCulture), 1, 15);
            Assert.Contains($"{wait} s", detail, StringComparison.Ordinal);
        }

        using var other = edge.App.ClientOf("globex");
        await other.GetScimAsync("Schemas");
        using var health = await edge.App.Anonymous().GetAsync(new Uri("/health/live", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Whoever_waits_as_told_is_let_in_again()
    {
        await using var edge = await EdgeApp.StartAsync(new Dictionary<string, string?> { ["Scim:RequestsPerMinute"] = "60" });
        using var refused = await RefusedAsync(edge.App.Scim);

        await Task.Delay(refused.Headers.RetryAfter!.Delta!.Value + TimeSpan.FromMilliseconds(200), Ct);

        await edge.App.Scim.GetScimAsync("ServiceProviderConfig");
    }

    [Fact]
    public async Task Without_the_setting_nobody_is_slowed_down()
    {
        await using var edge = await EdgeApp.StartAsync();
        for (var request = 0; request < 200; request++)
        {
            await edge.App.Scim.GetScimAsync("ServiceProviderConfig");
        }
    }

    [Fact]
    public async Task Those_who_read_open_discovery_without_a_token_share_a_limit_by_address()
    {
        await using var edge = await EdgeApp.StartAsync(new Dictionary<string, string?>
        {
            ["Scim:RequestsPerMinute"] = "2",
            ["Scim:AnonymousDiscovery"] = "true",
        });
        using var client = edge.App.Anonymous();
        await client.GetScimAsync("/scim/v2/Schemas");
        await client.GetScimAsync("/scim/v2/ResourceTypes");

        await client.TryGetAsync("/scim/v2/Schemas").ShouldBeScimErrorAsync(429);
        await edge.App.Scim.GetScimAsync("Schemas");
    }

    private static async Task<HttpResponseMessage> RefusedAsync(HttpClient client)
    {
        for (var request = 0; request < 200; request++)
        {
            var response = await client.TryGetAsync("ServiceProviderConfig");
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return response;
            }

            response.Dispose();
        }

        throw new InvalidOperationException("Two hundred requests were let in.");
    }
}
