using System.Net;
using System.Text.Json.Nodes;
using ScimBridge.HiBobSimulator;
using ScimBridge.HiBobSimulator.Webhooks;
using Xunit;

namespace ScimBridge.Tests.HiBobSimulator;

/// <summary>What the control endpoints set beside people.</summary>
public sealed class ControlPlayTests
{
    private const string Priya = "3700000000000000102";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("dateFormat", "\"iso\"")]
    [InlineData("wrapsSingleRead", "true")]
    [InlineData("wrapsSingleReadAsEmployee", "true")]
    [InlineData("wrapsFields", "true")]
    [InlineData("documentedLists", "true")]
    [InlineData("replaceOmitsNulls", "true")]
    [InlineData("alwaysReturnsId", "true")]
    [InlineData("humanReadableIgnoresCase", "true")]
    [InlineData("refusesGetWithContentType", "true")]
    [InlineData("sandboxEmails", "true")]
    [InlineData("displayLifecycleIds", "true")]
    [InlineData("emailFilterMatchesCase", "true")]
    [InlineData("reversesPeople", "true")]
    [InlineData("emptyErrorBodies", "true")]
    [InlineData("rateLimitPerMinute", "7")]
    [InlineData("sendsRetryAfter", "true")]
    [InlineData("firewall", "false")]
    [InlineData("firewallThreshold", "5")]
    [InlineData("firewallStatus", "0")]
    [InlineData("mostPeoplePerRead", "200")]
    [InlineData("largeReadStatus", "413")]
    [InlineData("largeReadDelayMilliseconds", "10")]
    [InlineData("mostFilterValues", "200")]
    [InlineData("delayMilliseconds", "1")]
    [InlineData("gzip", "true")]
    [InlineData("readLagMilliseconds", "20000")]
    [InlineData("gardenLeaveKeepsAccess", "true")]
    [InlineData("webhookFieldUpdates", "\"fieldUpdatesIds\"")]
    [InlineData("webhookSignsPings", "false")]
    [InlineData("webhookSendsTwice", "true")]
    [InlineData("webhookFirstRetryMilliseconds", "5")]
    [InlineData("webhookMostAttempts", "3")]
    [InlineData("webhookTimeoutMilliseconds", "500")]
    public async Task Every_switch_can_be_set_seen_and_set_back(string name, string value)
    {
        await using var simulator = await Fixture.StartAsync();
        var before = await simulator.ControlJsonAsync(HttpMethod.Get, "/switches");

        var set = await simulator.ControlJsonAsync(HttpMethod.Patch, "/switches", $$"""{"{{name}}":{{value}}}""");
        var back = await simulator.ControlJsonAsync(HttpMethod.Delete, "/switches");

        Assert.Equal(value, set[name]!.ToJsonString());
        Assert.NotEqual(value, before[name]?.ToJsonString());
        Assert.True(JsonNode.DeepEquals(before, back));
        Assert.Equal(33, before.AsObject().Count);
    }

    [Fact]
    public async Task A_switch_set_by_name_takes_hold()
    {
        await using var simulator = await Fixture.StartAsync();

        await simulator.ControlJsonAsync(HttpMethod.Patch, "/switches", """{"wrapsFields":true,"readLagMilliseconds":20000,"rateLimitPerMinute":0}""");

        Assert.NotNull((await simulator.GetJsonAsync("company/people/fields"))["fields"]);
        Assert.Equal(TimeSpan.FromSeconds(20), simulator.Company.ReadLag);
        Assert.Equal(0, simulator.Server.Traffic.RateLimitPerMinute);
    }

    [Theory]
    [InlineData("""{"warp":true}""", "warp")]
    [InlineData("""{"gzip":"yes"}""", "true or false")]
    [InlineData("""{"firewallThreshold":-1}""", "whole number")]
    [InlineData("""{"dateFormat":"ymd"}""", "dayMonthYear")]
    public async Task A_wrong_switch_is_refused_with_its_reason(string body, string reason)
    {
        await using var simulator = await Fixture.StartAsync();

        var answer = await simulator.ControlJsonAsync(HttpMethod.Patch, "/switches", body, 400);

        Assert.Contains(reason, (string?)answer["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switches_can_be_set_at_the_start()
    {
        await using var simulator = await SimulatorClient.StartAsync(
            new HiBobSimulatorOptions { People = 0, Switches = [new("gzip", "true"), new("mostPeoplePerRead", "50"), new("dateFormat", "iso")] });

        Assert.True(simulator.Server.Traffic.Gzip);
        Assert.Equal((50, DisplayDateFormat.Iso), (simulator.Server.Traffic.MostPeoplePerRead, simulator.Server.Options.Shapes.DateFormat));
        await Assert.ThrowsAsync<ArgumentException>(
            () => SimulatorClient.StartAsync(new HiBobSimulatorOptions { People = 0, Switches = [new("warp", "9")] }));
    }

    [Fact]
    public async Task Named_lists_can_be_forbidden()
    {
        await using var simulator = await Fixture.StartAsync();

        var permissions = await simulator.ControlJsonAsync(HttpMethod.Put, "/permissions", """{"canReadNamedLists":false}""");

        Assert.False((bool?)permissions["canReadNamedLists"]);
        Assert.False(simulator.Server.Permissions.CanReadNamedLists);
    }

    [Fact]
    public async Task A_field_with_its_list_can_be_made_and_filled()
    {
        await using var simulator = await Fixture.StartAsync();

        var made = await simulator.ControlJsonAsync(
            HttpMethod.Post, "/fields", """{"id":"work.customColumns.column_1700000000099","type":"multi-list","name":"Squads","historical":true}""", 201);
        await simulator.ControlJsonAsync(HttpMethod.Put, "/lists/work.column_1700000000099/a", """{"name":"Alpha"}""");
        var person = await simulator.ControlJsonAsync(
            HttpMethod.Patch, "/people/" + Priya, """{"work.customColumns.column_1700000000099":["a"]}""");
        var list = await simulator.ControlJsonAsync(HttpMethod.Get, "/lists/work.column_1700000000099");
        using var again = await simulator.ControlAsync(HttpMethod.Post, "/fields", """{"id":"work.customColumns.column_1700000000099"}""");
        using var standard = await simulator.ControlAsync(HttpMethod.Post, "/fields", """{"id":"work.squad"}""");

        Assert.Equal("work.column_1700000000099", (string?)made["list"]);
        Assert.Equal("""["a"]""", person["work.customColumns.column_1700000000099"]!.ToJsonString());
        Assert.Equal("Alpha", (string?)list["values"]![0]!["name"]);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (again.StatusCode, standard.StatusCode));
        Assert.Contains((await simulator.GetJsonAsync("company/people/fields")).AsArray(), field => (string?)field!["name"] == "Squads");
    }

    [Fact]
    public async Task A_list_of_integers_can_be_made()
    {
        await using var simulator = await Fixture.StartAsync();

        await simulator.ControlJsonAsync(HttpMethod.Put, "/lists/squads", """{"integerIds":true}""");
        var item = await simulator.ControlJsonAsync(HttpMethod.Put, "/lists/squads/12", """{"name":"A","archived":true}""");

        Assert.Equal("""{"id":12,"name":"A","archived":true}""", item.ToJsonString());
        Assert.NotNull((await simulator.ControlJsonAsync(HttpMethod.Get, "/lists"))["squads"]);
    }

    [Fact]
    public async Task A_change_can_be_dated_ahead_and_taken_back()
    {
        await using var simulator = await Fixture.StartAsync();
        const string path = $"/people/{Priya}/schedule";

        var row = await simulator.ControlJsonAsync(HttpMethod.Post, path, """{"effectiveDate":"2026-11-01","set":{"work.department":"Sales"}}""", 201);
        var other = await simulator.ControlJsonAsync(HttpMethod.Post, path, """{"effectiveDate":"2026-11-02","set":{"work.title":"CTO"}}""", 201);
        await simulator.ControlJsonAsync(HttpMethod.Post, path, """{"effectiveDate":"2026-11-02","set":{"work.department":"Atlantis"}}""", 400);
        await simulator.ControlJsonAsync(HttpMethod.Post, path, """{"effectiveDate":"yesterday","set":{"work.title":"CTO"}}""", 400);
        using var cancelled = await simulator.ControlAsync(HttpMethod.Delete, $"/schedule/{other["id"]}");
        var waiting = await simulator.ControlJsonAsync(HttpMethod.Get, "/schedule");
        await simulator.ControlJsonAsync(HttpMethod.Post, "/clock", """{"advanceDays":30}""");
        var person = await simulator.ControlJsonAsync(HttpMethod.Get, "/people/" + Priya);

        Assert.Equal(HttpStatusCode.NoContent, cancelled.StatusCode);
        Assert.Equal((int?)row["id"], (int?)Assert.Single(waiting.AsArray())!["id"]);
        Assert.Equal(("Sales", "263100777"), ((string?)person["work.department"], (string?)person["work.title"]));
    }

    [Fact]
    public async Task The_clock_can_go_on_by_seconds()
    {
        await using var simulator = await Fixture.StartAsync();

        var clock = await simulator.ControlJsonAsync(HttpMethod.Post, "/clock", """{"advanceSeconds":20}""");

        Assert.Equal("2026-10-15T06:00:20Z", (string?)clock["now"]);
    }

    [Fact]
    public async Task Changes_between_requests_can_be_scripted_and_forgotten()
    {
        await using var simulator = await Fixture.StartAsync();

        await simulator.ControlJsonAsync(HttpMethod.Post, "/script", $$"""{"endpoint":"peopleSearch","skip":1,"person":"{{Priya}}","remove":true}""");
        var waiting = await simulator.ControlJsonAsync(
            HttpMethod.Post, "/script", """{"person":"3700000000000000101","set":{"root.surname":"Berg"}}""");
        var first = await simulator.EmployeesAsync("""{"fields":["root.id","root.surname"],"showInactive":true}""");
        var second = await simulator.EmployeesAsync("""{"fields":["root.id"],"showInactive":true}""");
        await simulator.ControlJsonAsync(HttpMethod.Post, "/script", """{"person":"3700000000000000101","remove":true}""");
        using var forgotten = await simulator.ControlAsync(HttpMethod.Delete, "/script");
        await simulator.ControlJsonAsync(HttpMethod.Post, "/script", """{"person":"1","remove":true}""", 400);

        Assert.Equal(2, (int?)waiting["waiting"]);
        Assert.Equal(("Berg", 5, 4), ((string?)first[0]!["surname"], first.Count, second.Count));
        Assert.Equal(4, (await simulator.EmployeesAsync("""{"fields":["root.id"],"showInactive":true}""")).Count);
    }

    [Fact]
    public async Task Webhooks_can_be_subscribed_tested_and_ended()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await Fixture.StartAsync();

        var made = await simulator.ControlJsonAsync(
            HttpMethod.Post, "/webhooks", $$"""{"url":"{{receiver.Url}}","secret":"s","version":"v2","events":["employee.updated"]}""", 201);
        var path = $"/webhooks/{made["id"]}";
        var ping = await simulator.ControlJsonAsync(HttpMethod.Post, path + "/ping");
        await simulator.ControlJsonAsync(HttpMethod.Patch, "/people/" + Priya, """{"work.department":"Sales","root.surname":"Berg"}""");
        var deliveries = await simulator.ControlJsonAsync(HttpMethod.Post, "/webhooks/wait");
        var sent = await simulator.ControlJsonAsync(HttpMethod.Post, path + "/send", """{"body":"nonsense","signature":null}""");
        await simulator.ControlJsonAsync(HttpMethod.Post, path + "/send", """{"body":"{}"}""");
        using var ended = await simulator.ControlAsync(HttpMethod.Delete, path);
        await simulator.ControlJsonAsync(HttpMethod.Delete, path, status: 404);
        await simulator.ControlJsonAsync(HttpMethod.Post, "/webhooks", """{"url":"https://example.com/","secret":"s"}""", 400);

        Assert.True((bool?)ping["accepted"]);
        Assert.Equal(200, (int?)sent["status"]);
        Assert.Equal(["ping", "employee.updated"], deliveries.AsArray().Select(delivery => (string?)delivery!["type"]));
        Assert.Equal(
            [WebhookSignature.Of("Ping test", "s"), WebhookSignature.Of(receiver.Received[1].Body, "s"), null, WebhookSignature.Of("{}", "s")],
            receiver.Received.Select(one => one.Signature));
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        Assert.Empty((await simulator.ControlJsonAsync(HttpMethod.Get, "/webhooks")).AsArray());
    }

    [Fact]
    public async Task A_replaced_person_is_told_as_one_change()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Webhooks.Subscribe(receiver.Url, "s", events: new HashSet<string> { "employee.updated" });

        await simulator.ControlJsonAsync(HttpMethod.Put, "/people/" + Priya, """{"root.email":"b@fjordline.example","work.startDate":"2021-09-06"}""");
        await simulator.Server.Webhooks.WhenIdleAsync(Ct);

        Assert.Single(receiver.Received);
    }

    [Fact]
    public async Task The_company_can_live_on_its_own()
    {
        await using var simulator = await SimulatorClient.StartAsync(60);
        var before = simulator.Server.Clock.Now;

        var happened = await simulator.ControlJsonAsync(HttpMethod.Post, "/life", """{"seed":4,"steps":200,"stepMinutes":30}""");

        Assert.NotEmpty(happened.AsObject());
        Assert.True(simulator.Server.Clock.Now - before >= TimeSpan.FromHours(100));
        Assert.NotNull(happened["hired"]);
    }
}
