using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin;

public sealed class AdminApiTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData(AdminTestHost.ApiKey + "0")]
    public async Task Without_the_key_there_is_a_challenge_and_a_problem(string? key)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var client = host.Bearer(null);
        if (key is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        }

        using var response = await client.GetAsync("api/v1/directories", Ct);

        await ShouldBeProblemAsync(response, HttpStatusCode.Unauthorized);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData(AdminTestHost.ApiKey)]
    public async Task Without_a_configured_key_nobody_is_let_in(string presented)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, apiKey: null);
        var client = host.Bearer(null);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {presented}");

        using var response = await client.GetAsync("api/v1/directories", Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Neither_a_scim_token_nor_a_session_opens_the_api()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var token = await host.TokenAsync(await host.DeclareAsync("acme", Ct), Ct);
        var browser = host.Browser();
        using var signedIn = await browser.SignInAsync(Ct);

        using var byToken = await host.Bearer(token).GetAsync("api/v1/directories", Ct);
        using var bySession = await browser.GetAsync("api/v1/directories", Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, byToken.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, bySession.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_directory_is_shown_with_its_state_and_never_with_its_secrets(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        var acme = await host.DeclareAsync("acme", Ct);
        await host.DeclareAsync("other", Ct);
        var finished = DateTimeOffset.UtcNow;
        var run = Finished(acme, SyncOutcome.SucceededWithIssues, finished);
        await host.StoreAsync(
            db =>
            {
                var record = db.Directories.Single(directory => directory.Id == acme.Id);
                record.Version = 3;
                record.FirstSyncAt = finished;
                record.LastGoodReadAt = finished;
                db.DirectoryVersions.Add(new DirectoryVersionRecord { DirectoryId = acme.Id, Version = 3, RunId = run.Id, At = finished, Users = 7, ActiveUsers = 5, Groups = 2 });
                db.SyncRuns.Add(run);
            },
            Ct);

        var list = await host.Api().GetFromJsonAsync<JsonElement>("api/v1/directories", Ct);
        var text = await host.Api().GetStringAsync("api/v1/directories/acme", Ct);
        var one = JsonElement.Parse(text);

        Assert.Equal(["acme", "other"], list.EnumerateArray().Select(directory => directory.GetProperty("key").GetString()));
        Assert.Equal("linked", one.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, one.GetProperty("advice").ValueKind);
        Assert.Equal("acme Inc.", one.GetProperty("organization").GetString());
        Assert.Equal("SERVICE-acme", one.GetProperty("hiBob").GetProperty("serviceUserId").GetString());
        Assert.Equal("https://api.hibob.com/v1", one.GetProperty("hiBob").GetProperty("baseUrl").GetString());
        Assert.Equal(3, one.GetProperty("version").GetInt32());
        Assert.Equal((7, 5, 2), Counts(one.GetProperty("counts")));
        Assert.Equal(run.Id, one.GetProperty("lastSync").GetProperty("id").GetGuid());
        Assert.Equal("succeeded_with_issues", one.GetProperty("lastSync").GetProperty("outcome").GetString());
        Assert.EndsWith("Z", one.GetProperty("lastSync").GetProperty("finishedAt").GetString(), StringComparison.Ordinal);
        Assert.InRange(one.GetProperty("nextSyncAt").GetDateTimeOffset(), finished, finished.AddMinutes(30));
        Assert.Equal("directory:acme", one.GetProperty("jobId").GetString());
        Assert.DoesNotContain("secret-service-token", text, StringComparison.Ordinal);
        Assert.DoesNotContain("protected", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("validating", list[1].GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, list[1].GetProperty("lastSync").ValueKind);
        Assert.Equal(JsonValueKind.Null, list[1].GetProperty("nextSyncAt").ValueKind);
    }

    [Theory]
    [InlineData("GET", "api/v1/directories/none", HttpStatusCode.NotFound)]
    [InlineData("GET", "api/v1/directories/none/syncs", HttpStatusCode.NotFound)]
    [InlineData("POST", "api/v1/directories/none/syncs", HttpStatusCode.NotFound)]
    [InlineData("GET", "api/v1/directories/none/syncs/1", HttpStatusCode.NotFound)]
    [InlineData("GET", "api/v1/directories/acme/syncs/1", HttpStatusCode.NotFound)]
    [InlineData("GET", "api/v1/directories/acme/syncs/0197a2f0-0000-7000-8000-000000000000", HttpStatusCode.NotFound)]
    [InlineData("GET", "api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "api/v1/directories/acme/syncs?count=0", HttpStatusCode.BadRequest)]
    [InlineData("GET", "api/v1/directories/acme/syncs?count=101", HttpStatusCode.BadRequest)]
    [InlineData("GET", "api/v1/directories/acme/syncs?count=x", HttpStatusCode.BadRequest)]
    [InlineData("DELETE", "api/v1/directories", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "api/v1/directories/acme", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "api/v1/directories/acme/syncs", HttpStatusCode.MethodNotAllowed)]
    public async Task Faults_are_problem_details(string method, string path, HttpStatusCode status)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        await host.DeclareAsync("acme", Ct);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await host.Api().SendAsync(request, Ct);

        var detail = await ShouldBeProblemAsync(response, status);
        Assert.Equal(path.Contains("none", StringComparison.Ordinal), detail.Contains("'none'", StringComparison.Ordinal));
        Assert.Equal(status is HttpStatusCode.MethodNotAllowed, response.Content.Headers.Allow.Count > 0);
    }

    internal static async Task<string> ShouldBeProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem.GetProperty("detail").GetString()!;
    }

    internal static SyncRunRecord Finished(DirectoryRecord directory, SyncOutcome outcome, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        DirectoryId = directory.Id,
        Trigger = SyncTrigger.Api,
        State = SyncRunState.Finished,
        Stage = SyncStage.Done,
        Outcome = outcome,
        RequestedAt = at.AddSeconds(-3),
        StartedAt = at.AddSeconds(-2),
        FinishedAt = at,
        Read = 9,
        Rejected = 1,
        ErrorReason = outcome is SyncOutcome.Failed ? "unavailable" : null,
        ErrorDetail = outcome is SyncOutcome.Failed ? "HiBob did not answer." : null,
        VersionBefore = 2,
        VersionAfter = 3,
    };

    private static (int, int, int) Counts(JsonElement counts) => (
        counts.GetProperty("users").GetInt32(), counts.GetProperty("activeUsers").GetInt32(), counts.GetProperty("groups").GetInt32());
}
