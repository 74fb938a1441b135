using System.Globalization;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class RefusalLogTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refusal_is_one_line_that_the_clients_request_id_finds_and_that_tells_about_nobody()
    {
        await using var edge = await EdgeApp.StartAsync();
        using var anonymous = edge.App.Anonymous();
        foreach (var (method, path, status, scimType, route) in ((string, string, int, string?, string)[])[
            ("GET", "Users/ada.lovelace@example.com", 404, null, "/scim/v2/Users/{id}"),
            ("GET", "Users?filter=userName%20zz%20%22ada.lovelace%22", 400, "invalidFilter", "/scim/v2/Users"),
            ("DELETE", "Users/ada.lovelace", 405, null, "/scim/v2/Users/{id}"),
            ("GET", "Me/ada.lovelace", 501, null, "/scim/v2/Me/{**rest}"),
            ("GET", "ada.lovelace", 404, null, "/scim/v2/{**path}")])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
            using var response = await edge.App.Scim.SendAsync(request, Ct);
            await response.ShouldBeScimErrorAsync(status, scimType);

            var line = LineOf(edge, response);
            Assert.Contains(status.ToString(CultureInfo.InvariantCulture), line, StringComparison.Ordinal);
            Assert.Contains(method, line, StringComparison.Ordinal);
            Assert.Contains(route, line, StringComparison.Ordinal);
            Assert.Equal(scimType is not null, line.Contains("invalidFilter", StringComparison.Ordinal));
        }

        using var refused = await anonymous.TryGetAsync("/scim/v2/Users?filter=ada.lovelace");
        Assert.Contains("401", LineOf(edge, refused), StringComparison.Ordinal);

        // The scope that ASP.NET Core puts around a request has its path; nothing writes it unless an admin asks for scopes.
        Assert.All(edge.Log.Lines.Where(line => !line.Contains("RequestPath:", StringComparison.Ordinal)), line =>
        {
            Assert.DoesNotContain("lovelace", line, StringComparison.Ordinal);
            Assert.DoesNotContain(ScimBridgeApp.Token("acme"), line, StringComparison.Ordinal);
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_unexpected_error_is_logged_whole_and_told_to_nobody(string provider)
    {
        await using var edge = await EdgeApp.StartAsync(provider: provider);
        await edge.Database.DisposeAsync();
        using var response = await edge.App.Scim.TryGetAsync("Users");

        var detail = await response.ShouldBeScimErrorAsync(500);

        Assert.DoesNotContain("Exception", detail, StringComparison.Ordinal);
        Assert.Contains("Exception", LineOf(edge, response), StringComparison.Ordinal);
    }

    /// <summary>The one line of the server's own that names the request.</summary>
    private static string LineOf(EdgeApp edge, HttpResponseMessage response)
    {
        var id = Assert.Single(response.Headers.GetValues("X-Request-Id"));
        return Assert.Single(edge.Log.Lines, line => line.StartsWith($"SCIM request {id} ", StringComparison.Ordinal));
    }
}
