using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage;
using ScimBridge.Tests.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin;

/// <summary>What an admin does with plans, rules, people and versions, over real HTTP while jobs run by themselves.</summary>
public sealed class AdminApiReviewTests
{
    private const string Acme = "api/v1/directories/acme";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_held_plan_is_looked_at_and_approved_and_what_was_done_is_audited(string provider)
    {
        await using var site = await Site.StartAsync(provider);
        for (var number = 2; number <= 9; number++)
        {
            site.Company.Update(SmallCompany.Id(number), "internal.terminationDate", "2020-10-01");
        }

        var held = await site.RunAsync("syncs", null);
        Assert.Equal("held", (string?)held["outcome"]);
        var directory = await site.GetAsync("");
        Assert.Equal(("held", (string?)held["id"]), ((string?)directory["state"], (string?)directory["heldPlan"]));

        var plan = await site.GetAsync($"/plans/{held["id"]}");
        Assert.Equal(8, (int)plan["counts"]!["deactivated"]!);
        Assert.Equal("too_many_removed", (string?)plan["objections"]![0]!["code"]);
        var changes = (await site.GetAsync($"/plans/{held["id"]}/changes?kind=deactivated&count=3")).AsArray();
        Assert.Equal(3, changes.Count);
        Assert.Contains(changes[0]!["attributes"]!.AsArray(), change => (string?)change!["attribute"] == "active" && !(bool)change["new"]!);
        var rest = (await site.GetAsync($"/plans/{held["id"]}/changes?kind=deactivated&after={changes[2]!["id"]}")).AsArray();
        Assert.Equal(5, rest.Count);

        var applied = await site.RunAsync($"plans/{held["id"]}/approve", new { note = "they left" });
        Assert.Equal(("succeeded", 8), ((string?)applied["outcome"], (int)applied["counts"]!["deactivated"]!));
        Assert.Equal("applied", (string?)(await site.GetAsync($"/plans/{held["id"]}"))["state"]);
        using var again = await site.Api.PostAsync($"{Acme}/plans/{held["id"]}/approve", null, Ct);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);

        var audit = (await site.Api.GetFromJsonAsync<JsonNode>("api/v1/audit?action=plan.approve", Ct))!.AsArray();
        Assert.Equal(("acme", (string?)held["id"], "they left"), ((string?)Assert.Single(audit)!["directoryKey"], (string?)audit[0]!["target"], (string?)audit[0]!["detail"]));
        var events = (await site.GetAsync("/events")).AsArray().Select(row => (string?)row!["kind"]).ToList();
        Assert.Contains("plan.held", events);
        Assert.Contains("plan.approved", events);
        Assert.Contains("state.held", events);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Rules_are_tried_out_saved_and_applied_and_explain_a_user(string provider)
    {
        await using var site = await Site.StartAsync(provider);
        const string Rules = """
            {"format": 1,
             "attributes": [{"attribute": "nickName", "source": {"template": "{root.firstName}-{root.surname}"}}],
             "customAttributes": [{"name": "cabin", "type": "string", "source": {"field": "work.title"}}]}
            """;
        var id = SmallCompany.Id(2);
        var userId = SyncScenario.UserId(id);

        var preview = await site.PostAsync($"/rules/preview?employeeId={id}", Rules);
        Assert.Equal((20, 20), ((int)preview["changed"]!, (int)preview["peoplePerAttribute"]!["nickName"]!));
        Assert.Equal((null, "Person-No 2"), ((string?)preview["person"]!["before"]!["nickName"], (string?)preview["person"]!["after"]!["nickName"]));
        Assert.Equal("Person-No 2", (string?)Assert.Single(preview["person"]!["changes"]!.AsArray(), change => (string?)change!["attribute"] == "nickName")!["new"]);
        Assert.Null((await site.UserAsync(userId))["nickName"]);

        using var blind = await site.SendRulesAsync(Rules, null);
        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);
        using var faulty = await site.SendRulesAsync("""{"format": 1, "attributes": [{"attribute": "nickName", "source": {"field": "work.nothing"}}]}""", "\"0\"");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, faulty.StatusCode);
        Assert.StartsWith("/attributes/0", (string?)(await faulty.Content.ReadFromJsonAsync<JsonNode>(Ct))!["faults"]![0]!["pointer"], StringComparison.Ordinal);
        using var saved = await site.SendRulesAsync(Rules, "\"0\"");
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        using var stale = await site.SendRulesAsync(Rules, "\"0\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);

        await JobProbe.UntilAsync(async () => (await site.UserAsync(userId))["nickName"] is not null);
        Assert.Equal("Person-No 2", (string?)(await site.UserAsync(userId))["nickName"]);
        var found = await site.ScimAsync($"Users?filter={Uri.EscapeDataString("cabin eq \"captain\"")}&count=1");
        Assert.Equal(20, (int)found["totalResults"]!);
        Assert.Contains("\"cabin\"", (await site.ScimAsync("Schemas")).ToJsonString(), StringComparison.Ordinal);

        var explanation = await site.GetAsync($"/users/{userId}/explanation");
        var nickName = explanation["attributes"]!.AsArray().Single(entry => (string?)entry!["explanation"]!["attribute"] == "nickName")!;
        Assert.Equal(("rules/attributes/0", 2), ((string?)nickName["explanation"]!["rule"], (int)nickName["sinceVersion"]!));
        Assert.NotNull(nickName["changedByRun"]);
        Assert.True((bool)explanation["active"]!["active"]!);
        Assert.NotEmpty(explanation["groups"]!.AsArray());
        var history = (await site.GetAsync($"/users/{userId}/history")).AsArray();
        Assert.Equal(2, history.Count);
        Assert.Contains(history[0]!["changes"]!.AsArray(), change => (string?)change!["attribute"] == "nickName" && (string?)change["new"] == "Person-No 2");
        Assert.Contains(history[1]!["changes"]!.AsArray(), change => (string?)change!["attribute"] == "active" && (bool)change["new"]!);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_person_is_read_alone_a_version_comes_back_and_somebody_is_forgotten(string provider)
    {
        await using var site = await Site.StartAsync(provider);
        site.Company.Update(SmallCompany.Id(3), "work.title", "Pilot");
        site.Company.Update(SmallCompany.Id(4), "work.title", "Pilot");

        var dry = await site.RunAsync("syncs", new { kind = "dry_run" });
        Assert.Equal((2, 1), ((int)dry["counts"]!["updated"]!, (int)dry["versionAfter"]!));
        var person = await site.RunAsync("syncs", new { kind = "person", email = "person.3@fjordline.example" });
        Assert.Equal(("people", 1), ((string?)person["kind"], (int)person["counts"]!["updated"]!));
        using var nobody = await site.Api.PostAsJsonAsync($"{Acme}/syncs", new { kind = "person", email = "nobody@fjordline.example" }, Ct);
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
        using var unknown = await site.Api.PostAsJsonAsync($"{Acme}/syncs", new { sort = "full" }, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);

        var back = await site.RunAsync("rollback", new { version = 1 });
        Assert.Equal(("succeeded", 3), ((string?)back["outcome"], (int)back["versionAfter"]!));
        Assert.Equal("Captain", (string?)(await site.UserAsync(SyncScenario.UserId(SmallCompany.Id(3))))["title"]);
        var paused = await site.GetAsync("");
        Assert.Equal("paused", (string?)paused["state"]);
        Assert.NotNull(paused["syncPausedSince"]);
        Assert.NotNull(paused["syncPauseReason"]);
        using var refused = await site.Api.PostAsync($"{Acme}/syncs", null, Ct);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        using var resumed = await site.Api.PostAsync($"{Acme}/resume", null, Ct);
        Assert.Equal(HttpStatusCode.NoContent, resumed.StatusCode);
        Assert.Equal([3, 2, 1], (await site.GetAsync("/versions")).AsArray().Select(version => (int)version!["version"]!));

        site.Company.Remove(SmallCompany.Id(5));
        var erased = await site.RunAsync("erasures", new { employeeId = SmallCompany.Id(5) });
        Assert.Equal(1, (int)erased["counts"]!["deleted"]!);
        using var gone = await site.Api.GetAsync($"{Acme}/users/{SyncScenario.UserId(SmallCompany.Id(5))}/history", Ct);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task What_can_t_be_gone_back_to_or_stopped_is_said_as_it_is()
    {
        await using var site = await Site.StartAsync("sqlite");
        Assert.Contains("no earlier version is kept", await RefusalAsync(HttpStatusCode.NotFound, "rollback", new { version = 1 }), StringComparison.Ordinal);
        var run = await site.RunAsync("syncs", null);
        var over = await RefusalAsync(HttpStatusCode.Conflict, $"syncs/{run["id"]}/cancel", new { });
        Assert.EndsWith("is over.", over, StringComparison.Ordinal);

        for (var version = 2; version <= 3; version++)
        {
            site.Company.Update(SmallCompany.Id(3), "work.title", $"Title {version}");
            Assert.Equal(version, (int)(await site.RunAsync("syncs", null))["versionAfter"]!);
            Assert.Contains(
                version == 2 ? "the only earlier version kept is 1" : "versions 1 to 2 are kept",
                await RefusalAsync(HttpStatusCode.NotFound, "rollback", new { version = 9 }),
                StringComparison.Ordinal);
        }

        async Task<string> RefusalAsync(HttpStatusCode status, string path, object body)
        {
            using var response = await site.Api.PostAsJsonAsync($"{Acme}/{path}", body, Ct);
            Assert.Equal(status, response.StatusCode);
            return (string)(await response.Content.ReadFromJsonAsync<JsonNode>(Ct))!["detail"]!;
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_only_waits_to_join_is_forgotten_and_of_nobody_else_anything_is_kept(string provider)
    {
        await using var site = await Site.StartAsync(provider);
        for (var number = 2; number <= 9; number++)
        {
            site.Company.Remove(SmallCompany.Id(number));
        }

        SmallCompany.Add(site.Company, 21);
        Assert.Equal("held", (string?)(await site.RunAsync("syncs", null))["outcome"]);
        var body = new { employeeId = SmallCompany.Id(21) };

        Assert.Equal("succeeded", (string?)(await site.RunAsync("erasures", body))["outcome"]);

        using var again = await site.Api.PostAsJsonAsync($"{Acme}/erasures", body, Ct);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Contains("Nothing is kept", await again.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_permission_check_and_webhooks_are_seen_to(string provider)
    {
        await using var site = await Site.StartAsync(provider);

        var check = await site.GetAsync("/check");
        Assert.Equal((20, 20), ((int)check["people"]!, (int)check["lifecycle"]!["employed"]!));
        var phone = check["fields"]!.AsArray().Single(field => (string?)field!["field"] == "work.workPhone")!;
        Assert.Equal((1.0, "View selected employees' Work contact details sections"), ((double)phone["share"]!, (string?)phone["permission"]));
        site.HiBob.Permissions.Categories = SimulatorPermissions.AllCategories.Except(["workContact"]).ToHashSet();
        var missing = await site.PostAsync("/check", "");
        Assert.Contains("work.workPhone", (string?)missing["summary"], StringComparison.Ordinal);

        using var weak = await site.Api.PutAsJsonAsync($"{Acme}/webhook-secret", new { secret = "short" }, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, weak.StatusCode);
        using var set = await site.Api.PutAsJsonAsync($"{Acme}/webhook-secret", new { secret = "a webhook's secret" }, Ct);
        Assert.Equal(HttpStatusCode.NoContent, set.StatusCode);
        Assert.Empty((await site.GetAsync("/webhook-deliveries")).AsArray());
        using var anonymous = site.App.Anonymous();
        using var stranger = await anonymous.GetAsync($"/{Acme}/plans", Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_HiBob_lets_us_ask_is_known_after_a_read_and_forgotten_with_the_service_user(string provider)
    {
        await using var site = await Site.StartAsync(provider);
        Assert.Empty((await site.GetAsync("/rate-budgets")).AsArray());
        site.HiBob.Traffic.RateLimitPerMinute = 50;
        await site.RunAsync("syncs", null);

        var search = (await site.GetAsync("/rate-budgets")).AsArray().Single(row => (string?)row!["endpoint"] == "POST /people/search")!;
        Assert.Equal((50, null), ((int)search["limit"]!, (string?)search["waitedAt"]));
        Assert.InRange((int)search["remaining"]!, 1, 49);
        Assert.True((DateTimeOffset)search["resetsAt"]! >= (DateTimeOffset)search["seenAt"]!);
        var before = (int)search["remaining"]!;
        await site.RunAsync("syncs", null);
        var after = (await site.GetAsync("/rate-budgets")).AsArray().Single(row => (string?)row!["endpoint"] == "POST /people/search")!;
        Assert.True((int)after["remaining"]! < before || (DateTimeOffset)after["resetsAt"]! > (DateTimeOffset)search["resetsAt"]!);

        await site.App.Services.GetRequiredService<DirectoryLinkStore>().ChangedAsync(new DirectoryId(1), Ct);
        Assert.Empty((await site.GetAsync("/rate-budgets")).AsArray());
    }

    [Fact]
    public async Task Rules_that_are_offered_ready_made_can_be_saved_as_they_are()
    {
        await using var site = await Site.StartAsync("sqlite");

        var presets = (await site.GetAsync("/rules/presets")).AsArray();

        Assert.Contains(presets, preset => (string?)preset!["id"] == "private-email");
        foreach (var preset in presets)
        {
            var faults = await site.PostAsync("/rules/validate", $$"""{"format": 1, "attributes": [{{preset!["rule"]!.ToJsonString()}}]}""");
            Assert.True(faults.AsArray().Count == 0, $"{preset["id"]}: {faults}");
        }
    }

    public static TheoryData<string, string, string?, int> Refused => new()
    {
        { "GET", "/plans?before=yesterday", null, 400 },
        { "GET", "/plans/none", null, 404 },
        { "GET", "/plans/none/changes", null, 404 },
        { "POST", "/plans/none/approve", null, 404 },
        { "GET", "/events?before=x", null, 400 },
        { "GET", "/versions?below=x", null, 400 },
        { "GET", "/webhook-deliveries?before=x", null, 400 },
        { "GET", "/webhook-deliveries?count=0", null, 400 },
        { "POST", "/rate-budgets", null, 405 },
        { "GET", "/syncs/none", null, 404 },
        { "POST", "/syncs/none/cancel", null, 404 },
        { "GET", "/rules/revisions/none", null, 404 },
        { "POST", "/rules/fields", null, 405 },
        { "POST", "/rules/presets", null, 405 },
        { "GET", "/rules/validate", null, 405 },
        { "DELETE", "/rules/revisions/1", null, 405 },
        { "POST", "/pause", """{"reason": "LONG"}""", 400 },
        { "POST", "/plans/8d2f0000-0000-0000-0000-000000000000/reject", """{"note": "LONG"}""", 400 },
        { "POST", "/syncs", """{"kind": "person", "email": "LONG"}""", 400 },
        { "POST", "/erasures", """{"employeeId": "LONG"}""", 400 },
        { "PUT", "/rules?note=LONG", "{}", 400 },
        { "PUT", "/rules", "HUGE", 413 },
        { "POST", "/rules/validate", "HUGE", 413 },
        { "POST", "/syncs", "HUGE", 413 },
        { "POST", "/rules/preview", "NOT UTF-8", 400 },
        { "POST", "/syncs", "NOT UTF-8", 400 },
    };

    [Fact]
    public async Task What_is_wrong_with_a_request_is_said_as_problem_details()
    {
        await using var site = await Site.StartAsync("sqlite");
        foreach (var row in Refused)
        {
            var (method, path, body, status) = row.Data;
            using var request = new HttpRequestMessage(new HttpMethod(method), $"{Acme}{path.Replace("LONG", new string('x', 600), StringComparison.Ordinal)}");
            request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"0\""));
            request.Content = new ByteArrayContent(body switch
            {
                null => [],
                "HUGE" => new byte[2 * 1024 * 1024],
                "NOT UTF-8" => [0x22, 0xFF, 0x22],
                _ => Encoding.UTF8.GetBytes(body.Replace("LONG", new string('x', 600), StringComparison.Ordinal)),
            });

            // Or the server may close the connection while what it refuses is still being sent.
            request.Headers.ExpectContinue = body == "HUGE";
            using var response = await site.Api.SendAsync(request, Ct);

            var answer = await response.Content.ReadAsStringAsync(Ct);
            Assert.True((int)response.StatusCode == status, $"{method} {path}: {(int)response.StatusCode} {answer}");
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            Assert.False(string.IsNullOrWhiteSpace((string?)JsonNode.Parse(answer)!["detail"]), $"{method} {path}: {answer}");
        }

        using var audit = await site.Api.GetAsync("api/v1/audit?before=x", Ct);
        Assert.Equal(HttpStatusCode.BadRequest, audit.StatusCode);
        Assert.Equal("linked", (string?)(await site.GetAsync(""))["state"]);
    }

    /// <summary>A server with its jobs, one directory, and an admin's client.</summary>
    private sealed class Site(TestDatabase database, HiBobSimulatorServer hibob, ScimBridgeApp app, HttpClient api) : IAsyncDisposable
    {
        public HiBobSimulatorServer HiBob => hibob;

        public Company Company => hibob.Company;

        public ScimBridgeApp App => app;

        public HttpClient Api => api;

        public static async Task<Site> StartAsync(string provider)
        {
            var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 0, RateLimitPerMinute = 0 }, Ct);
            SmallCompany.Fill(hibob.Company, 20);
            var database = await TestDatabase.CreateAsync(provider, Ct);
            var app = ScimBridgeApp.Start(database, [hibob], jobs: true);
            await JobProbe.RunsAsync(app, finished: 1);
            var api = app.Anonymous();
            api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ScimBridgeApp.ApiKey);
            return new Site(database, hibob, app, api);
        }

        public async Task<JsonNode> GetAsync(string path) => (await api.GetFromJsonAsync<JsonNode>($"{Acme}{path}", Ct))!;

        public async Task<JsonNode> ScimAsync(string path) => JsonNode.Parse(await app.Scim.GetStringAsync(path, Ct))!;

        public Task<JsonNode> UserAsync(string userId) => ScimAsync($"Users/{userId}");

        public async Task<JsonNode> PostAsync(string path, string json)
        {
            using var response = await api.PostAsync($"{Acme}{path}", new StringContent(json, Encoding.UTF8, "application/json"), Ct);
            var body = await response.Content.ReadAsStringAsync(Ct);
            Assert.True(response.IsSuccessStatusCode, body);
            return JsonNode.Parse(body)!;
        }

        public async Task<HttpResponseMessage> SendRulesAsync(string json, string? seen)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"{Acme}/rules") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
            if (seen is not null)
            {
                request.Headers.IfMatch.Add(new EntityTagHeaderValue(seen));
            }

            return await api.SendAsync(request, Ct);
        }

        /// <summary>Asks for a run and waits for its end.</summary>
        public async Task<JsonNode> RunAsync(string path, object? body)
        {
            using var response = await api.PostAsJsonAsync($"{Acme}/{path}", body ?? new { }, Ct);
            var asked = await response.Content.ReadAsStringAsync(Ct);
            Assert.True(response.StatusCode is HttpStatusCode.Accepted, asked);
            var location = (string)JsonNode.Parse(asked)!["location"]!;
            JsonNode run = null!;
            await JobProbe.UntilAsync(async () =>
            {
                run = (await api.GetFromJsonAsync<JsonNode>(location, Ct))!;
                return (string?)run["state"] == "finished";
            });
            return run;
        }

        public async ValueTask DisposeAsync()
        {
            api.Dispose();
            await app.DisposeAsync();
            await hibob.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
