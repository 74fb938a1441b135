using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.Admin;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Reporting;

public sealed class ReportingAccessTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("odata")]
    [InlineData("odata/$metadata")]
    [InlineData("odata/Users")]
    [InlineData("odata/Groups")]
    [InlineData("odata/SyncRuns")]
    public async Task Nobody_reads_without_a_directory_s_token(string path)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var browser = host.Browser();
        using var signedIn = await browser.SignInAsync(Ct);

        using var anonymous = await host.Bearer(null).GetAsync(path, Ct);
        using var withKey = await host.Api().GetAsync(path, Ct);
        using var withSession = await browser.GetAsync(path, Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
        Assert.Equal(["Bearer", "Basic"], anonymous.Headers.WwwAuthenticate.Select(challenge => challenge.Scheme));
        Assert.Equal(HttpStatusCode.Unauthorized, withKey.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, withSession.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_token_shows_its_own_directory_and_nothing_of_another(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        var (acme, acmeClient) = await host.SeedAsync("acme", 3, Ct);
        var (other, otherClient) = await host.SeedAsync("other", 2, Ct);
        await host.StoreAsync(
            db => db.SyncRuns.AddRange(
                AdminApiTests.Finished(acme, SyncOutcome.Failed, ReportingTestData.Created), AdminApiTests.Finished(other, SyncOutcome.Succeeded, ReportingTestData.Created)),
            Ct);

        foreach (var (client, key, users, outcome) in new[] { (acmeClient, "acme", 3, "failed"), (otherClient, "other", 2, "succeeded") })
        {
            var people = (await client.GetFromJsonAsync<JsonElement>("odata/Users?$filter=Id ne 'x' or true", Ct)).GetProperty("value").EnumerateArray().ToList();
            var groups = (await client.GetFromJsonAsync<JsonElement>("odata/Groups", Ct)).GetProperty("value").EnumerateArray().ToList();
            var runs = (await client.GetFromJsonAsync<JsonElement>("odata/SyncRuns", Ct)).GetProperty("value").EnumerateArray().ToList();
            Assert.Equal(users, people.Count);
            Assert.All(people, person => Assert.StartsWith(key, person.GetProperty("Id").GetString(), StringComparison.Ordinal));
            Assert.Equal($"{key} group", Assert.Single(groups).GetProperty("DisplayName").GetString());
            Assert.Equal(outcome, Assert.Single(runs).GetProperty("Outcome").GetString());
        }
    }

    [Fact]
    public async Task Excel_may_send_the_token_as_a_password()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var (_, seeded) = await host.SeedAsync("acme", 1, Ct);
        var client = host.Bearer(null);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"anybody:{seeded.DefaultRequestHeaders.Authorization!.Parameter}")));

        using var response = await client.GetAsync("odata/Users", Ct);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("odata/Users")]
    [InlineData("odata/Groups")]
    public async Task A_directory_that_was_never_read_is_not_an_empty_one(string path)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var client = host.Bearer(await host.TokenAsync(await host.DeclareAsync("acme", Ct), Ct));

        using var response = await client.GetAsync(path, Ct);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task The_feed_is_only_read(string method)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var (_, client) = await host.SeedAsync("acme", 1, Ct);
        using var request = new HttpRequestMessage(new HttpMethod(method), "odata/Users");

        using var response = await client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task The_metadata_names_what_there_is_and_nothing_internal()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var (_, client) = await host.SeedAsync("acme", 1, Ct);

        var metadata = await client.GetStringAsync("odata/$metadata", Ct);
        var service = await client.GetStringAsync("odata", Ct);
        var users = await client.GetStringAsync("odata/Users", Ct);

        Assert.Contains("<EntityType Name=\"User\">", metadata, StringComparison.Ordinal);
        Assert.Contains("<Property Name=\"LastModified\" Type=\"Edm.DateTimeOffset\" Nullable=\"false\" />", metadata, StringComparison.Ordinal);
        Assert.Contains("\"SyncRuns\"", service, StringComparison.Ordinal);
        Assert.Contains($"\"{host.Address}odata/$metadata\"", service, StringComparison.Ordinal);
        foreach (var hidden in new[] { "Hash", "Body", "Source", "Ordinal", "secret", "ValidFrom", "DirectoryId" })
        {
            Assert.DoesNotContain(hidden, metadata, StringComparison.Ordinal);
            Assert.DoesNotContain(hidden, users, StringComparison.Ordinal);
        }
    }
}
