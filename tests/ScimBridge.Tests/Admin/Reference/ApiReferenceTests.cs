using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using ScimBridge.Admin;
using ScimBridge.Tests.Directories;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.Storage;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin.Reference;

/// <summary>The admin API's OpenAPI document and the page made of it.</summary>
public sealed partial class ApiReferenceTests
{
    private const string Document = "/openapi/v1.json";
    private const string Page = "/openapi";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_is_valid_and_has_every_route_with_what_it_is_for()
    {
        await using var fixture = await StorageFixture.StartAsync(Databases.Sqlite);
        using var client = fixture.App.Bearing(ScimBridgeApp.ApiKey, "");

        var read = OpenApiDocument.Parse(await client.GetStringAsync(Document, Ct), OpenApiConstants.Json);

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        var described = read.Document!.Paths
            .SelectMany(path => path.Value.Operations!.Select(operation => (Route: $"{operation.Key} {path.Key}", operation.Value)))
            .ToDictionary(route => route.Route, route => route.Value, StringComparer.Ordinal);
        var mapped = fixture.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith(AdminPaths.Api, StringComparison.Ordinal) == true)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText}") ?? [])
            .Distinct().ToList();
        Assert.Contains("POST /api/v1/directories/{key}/tokens", mapped);
        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Keys.Order(StringComparer.Ordinal));
        Assert.All(described, route => Assert.True(route.Value.Summary is { Length: > 5 }, $"{route.Key} has no summary: add WithSummary where it is mapped."));
        Assert.Equal(described.Count, described.Values.Select(operation => operation.OperationId).Distinct().Count());
        Assert.All(described.Values, operation =>
        {
            Assert.Contains("401", operation.Responses!.Keys);
            Assert.Contains("application/problem+json", operation.Responses["default"].Content!.Keys);
        });
    }

    [Fact]
    public async Task Bodies_entity_tags_and_the_key_are_described()
    {
        await using var fixture = await StorageFixture.StartAsync(Databases.Sqlite);
        using var client = fixture.App.Bearing(ScimBridgeApp.ApiKey, "");

        var document = OpenApiDocument.Parse(await client.GetStringAsync(Document, Ct), OpenApiConstants.Json).Document!;

        var tokens = document.Paths["/api/v1/directories/{key}/tokens"].Operations![HttpMethod.Post];
        Assert.Equal("postDirectoriesByKeyTokens", tokens.OperationId);
        Assert.Equal("tokens", Assert.Single(tokens.Tags!).Name);
        var draft = tokens.RequestBody!.Content!["application/json"].Schema!;
        Assert.Equal(["attributes", "expiresAt", "expiresInDays", "filters", "name", "scopes"], draft.Properties!.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("201", tokens.Responses!.Keys);
        var rules = document.Paths["/api/v1/directories/{key}/rules"].Operations!;
        Assert.Contains(rules[HttpMethod.Put].Parameters!, parameter => parameter is { Name: "If-Match", Required: true });
        Assert.Equal("bearer", Assert.Single(document.Components!.SecuritySchemes!).Value.Scheme);
        Assert.Single(document.Security!);
    }

    [Fact]
    public async Task Whoever_may_use_the_api_or_has_signed_in_may_read_how_and_nobody_else()
    {
        await using var fixture = await StorageFixture.StartAsync(Databases.Sqlite);
        var (token, _) = await fixture.App.MakeTokenAsync("client", "read_users");
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var anonymous = new HttpClient(handler) { BaseAddress = new Uri(fixture.App.Address) };
        using var admin = fixture.App.Bearing(ScimBridgeApp.ApiKey, "");
        using var stranger = fixture.App.Bearing(token, "");

        using var refused = await anonymous.TryGetAsync(Document);
        using var redirected = await anonymous.TryGetAsync(Page);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, redirected.StatusCode);
        Assert.StartsWith("/signin?returnUrl=", redirected.Headers.Location!.OriginalString, StringComparison.Ordinal);
        foreach (var path in (string[])[Document, Page])
        {
            Assert.Equal(200, await admin.StatusAsync(path));
            Assert.Equal(401, await stranger.StatusAsync(path));
        }
    }

    [Fact]
    public async Task The_page_shows_every_route_and_needs_no_script_and_nothing_from_elsewhere()
    {
        await using var fixture = await StorageFixture.StartAsync(Databases.Sqlite);
        using var client = fixture.App.Bearing(ScimBridgeApp.ApiKey, "");
        var document = OpenApiDocument.Parse(await client.GetStringAsync(Document, Ct), OpenApiConstants.Json).Document!;

        using var response = await client.TryGetAsync(Page);

        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Ct));
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (method, operation) in item.Operations!)
            {
                Assert.Contains($"<code>{method} {path}</code>", page, StringComparison.Ordinal);
                Assert.Contains(operation.Summary!, page, StringComparison.Ordinal);
            }
        }

        Assert.Contains("expiresInDays", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var anchors = Ids().Matches(page).Select(match => match.Groups["id"].Value).ToList();
        Assert.Equal(anchors.Count, anchors.Distinct().Count());
        Assert.All(Links().Matches(page).Select(match => match.Groups["to"].Value), to =>
            Assert.True(to[0] == '#' ? anchors.Contains(to[1..]) : to[0] == '/', to));
    }

    [GeneratedRegex(" id=\"(?<id>[^\"]+)\"")]
    private static partial Regex Ids();

    [GeneratedRegex(" (href|src)=\"(?<to>[^\"]+)\"")]
    private static partial Regex Links();
}
