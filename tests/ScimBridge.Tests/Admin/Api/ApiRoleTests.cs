using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Admin;
using ScimBridge.Admin.Api;
using ScimBridge.Storage.Records;
using Xunit;

namespace ScimBridge.Tests.Admin.Api;

/// <summary>Each route of the admin API needs the role that it should, and none needs none.</summary>
public sealed class ApiRoleTests
{
    /// <summary>What changes things, or has them run, and only needs an operator.</summary>
    private static readonly string[] Operators =
    [
        "POST /directories/{key}/syncs", "POST /directories/{key}/syncs/{id}/cancel", "POST /directories/{key}/pause", "POST /directories/{key}/resume",
        "POST /directories/{key}/plans/{id}/approve", "POST /directories/{key}/plans/{id}/reject", "POST /directories/{key}/check",
    ];

    /// <summary>What is no GET and changes nothing.</summary>
    private static readonly string[] Viewers = ["POST /directories/{key}/rules/validate", "POST /directories/{key}/rules/preview"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_is_listed_with_its_role_and_nothing_else_is()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);

        var mapped = Routes(host).SelectMany(route => ApiRoles.NamesOf(route.RoutePattern.RawText, route.Metadata)).ToList();

        Assert.NotEmpty(mapped);
        Assert.Equal(ApiRoles.Listed.Order(StringComparer.Ordinal), mapped.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_route_of_administration_is_without_a_policy_but_the_way_in_the_sign_in_setup_links_and_assets()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);

        var open = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<StaticAssetDescriptor>() is null && route.RoutePattern.RawText is not "{**path:file}")
            .Where(route => route.Metadata.GetMetadata<IAuthorizeData>() is null || route.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(route => route.RoutePattern.RawText!).Where(pattern => !pattern.StartsWith("/odata", StringComparison.Ordinal)).Distinct();

        Assert.Equal(["/", "/setup/{token}", "/signin", "/signin/openid", "/signin/style.css"], open.Order(StringComparer.Ordinal));
        Assert.All(Routes(host), route => Assert.NotNull(AdminPolicies.RoleOf(route)));
    }

    [Theory]
    [InlineData("viewer")]
    [InlineData("operator")]
    [InlineData("admin")]
    public async Task A_role_gets_exactly_what_it_should(string role)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var client = host.Bearer(await host.MakeKeyAsync($"a {role}", role));
        var has = Enum.Parse<AdminRole>(role, ignoreCase: true);
        foreach (var route in ApiRoles.Listed)
        {
            var needed = Expected(route);
            var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
            using var request = new HttpRequestMessage(new HttpMethod(method), $"api/v1{path.Replace("{", "no-", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)}");

            using var response = await client.SendAsync(request, Ct);

            if (has >= needed)
            {
                Assert.False(
                    response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized or HttpStatusCode.InternalServerError,
                    $"{route} for a {role} is {response.StatusCode}.");
            }
            else
            {
                Assert.True(response.StatusCode is HttpStatusCode.Forbidden, $"{route} for a {role} is {response.StatusCode}.");
                Assert.Equal(
                    $"This needs a key with the role {AdminRoles.Word(needed)}; this one has the role {role}.", await response.ProblemAsync(HttpStatusCode.Forbidden));
            }
        }

        using var unknown = await client.GetAsync("api/v1/no/such/route", Ct);
        using var other = await client.PutAsJsonAsync("api/v1/directories", new { }, Ct);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, other.StatusCode);
    }

    [Theory]
    [InlineData("viewer", false)]
    [InlineData("operator", true)]
    public async Task The_dashboard_lets_viewers_look_and_operators_trigger(string role, bool triggers)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        await host.DeclareAsync("acme", Ct);
        var browser = await host.SignedInAsync("eve", role);
        var page = await browser.GetStringAsync("hangfire/recurring", Ct);
        var token = await browser.DashboardTokenAsync(Ct);

        using var response = await browser.PostFormAsync("hangfire/recurring/trigger", [token], ("jobs[]", "directory:acme"), Ct);

        Assert.Equal(triggers, page.Contains("Trigger now", StringComparison.Ordinal));
        Assert.Equal(triggers, response.IsSuccessStatusCode);
        if (triggers)
        {
            await host.HiBob.AskedAsync(Ct);
        }
    }

    private static AdminRole Expected(string route) => route switch
    {
        _ when route.StartsWith("GET ", StringComparison.Ordinal) || Viewers.Contains(route) => AdminRole.Viewer,
        _ when Operators.Contains(route) => AdminRole.Operator,
        _ => AdminRole.Admin,
    };

    private static IEnumerable<RouteEndpoint> Routes(AdminTestHost host) =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText?.StartsWith(AdminPaths.Api, StringComparison.Ordinal) == true);
}
