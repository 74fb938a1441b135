using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.HiBobSimulator;
using ScimBridge.HiBobSimulator.Webhooks;
using Xunit;

namespace ScimBridge.Tests.HiBobSimulator;

public sealed class WebhookTests
{
    private const string Secret = "fixture-webhook-secret";
    private const string Mara = "3700000000000000101";
    private const string Priya = "3700000000000000102";
    private const string Tomas = "3700000000000000103";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void A_signature_is_what_the_documentation_makes_it()
    {
        const string body = """{"companyId":700421,"type":"employee.created","triggeredBy":"3700000000000000900","triggeredAt":"2026-10-15T06:00:01.204511","version":"v2","data":{"employeeId":"3700000000000000103"}}""";

        Assert.Equal(
            "pl+jRK0HD6d2ek0Xjn97mRdvk/Mx4HdduLXp34k2RJPfTTMHyWNbj9fq5YQ3R0kkWsHCSH8dsCcnXLGfhD0Slw==", WebhookSignature.Of(body, Secret));
    }

    [Fact]
    public async Task A_change_arrives_as_one_signed_event()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Webhooks.Subscribe(receiver.Url, Secret, events: new HashSet<string> { "employee.updated" });

        simulator.Company.Update(Priya, ("work.department", "Sales"), ("root.surname", "Berg"), ("work.manager", Tomas), ("root.firstName", "Priya"));
        await simulator.Server.Webhooks.WhenIdleAsync(Ct);

        var (body, signature) = Assert.Single(receiver.Received);
        Assert.Equal(
            $$$"""{"companyId":700421,"type":"employee.updated","triggeredBy":"3700000000000000900","triggeredAt":"2026-10-15T06:00:00.000000","version":"v2","data":{"employeeId":"{{{Priya}}}","fieldUpdates":[{"id":"work.department"},{"id":"root.surname"},{"id":"work.reportsTo"}]}}""",
            body);
        Assert.Equal(WebhookSignature.Of(body, Secret), signature);
    }

    [Theory]
    [InlineData(FieldUpdatesSpelling.FieldUpdatesIds, "fieldUpdatesIds")]
    [InlineData(FieldUpdatesSpelling.None, null)]
    public async Task The_changed_fields_have_two_spellings_or_are_left_out(FieldUpdatesSpelling spelling, string? member)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Webhooks.Subscribe(receiver.Url, Secret);
        simulator.Server.Webhooks.FieldUpdates = spelling;

        simulator.Company.Update(Priya, "root.surname", "Berg");
        simulator.Company.Update(Priya, "root.surname", "Berg");
        await simulator.Server.Webhooks.WhenIdleAsync(Ct);

        var data = JsonNode.Parse(Assert.Single(receiver.Received).Body)!["data"]!.AsObject();
        Assert.Equal(member is null ? ["employeeId"] : ["employeeId", member], data.Select(pair => pair.Key));
    }

    [Fact]
    public async Task The_first_generation_holds_the_person_and_the_values()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Webhooks.Subscribe(receiver.Url, Secret, WebhookVersion.V1, new HashSet<string> { "employee.updated" });

        simulator.Company.Update(Priya, "work.title", "VP Sales");
        await simulator.Server.Webhooks.WhenIdleAsync(Ct);

        var body = JsonNode.Parse(Assert.Single(receiver.Received).Body)!;
        Assert.Null(body["version"]);
        Assert.Equal((Priya, "Priya Natarajan"), ((string?)body["employee"]!["id"], (string?)body["employee"]!["displayName"]));
        Assert.Equal("""[{"id":"work.title","oldValue":"263100777","newValue":"VP Sales"}]""", body["data"]!["fieldUpdates"]!.ToJsonString());
    }

    [Fact]
    public async Task People_who_come_and_go_are_told_of()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Webhooks.Subscribe(receiver.Url, Secret);

        var made = simulator.Company.Add(("root.email", "new@fjordline.example"), ("work.startDate", "2027-01-01"));
        simulator.Company.Remove(made.Id);
        await simulator.Server.Webhooks.WhenIdleAsync(Ct);

        Assert.Equal(["employee.created", "employee.deleted"], receiver.Types);
        Assert.Equal(
            $$"""{"employeeId":"{{made.Id}}","email":"new@fjordline.example"}""", JsonNode.Parse(receiver.Received[1].Body)!["data"]!.ToJsonString());
    }

    [Fact]
    public async Task The_clock_tells_who_joined_and_who_left()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 10, 15, 6, 0, 0, TimeSpan.Zero));
        await using var simulator = await SimulatorClient.StartAsync(new HiBobSimulatorOptions { People = 0, TimeProvider = clock });
        simulator.Company.Add(("root.id", "1"), ("work.startDate", "2026-10-17"));
        simulator.Company.Add(
            ("root.id", "2"), ("work.startDate", "2020-01-01"), ("employee.lastDayOfWork", "2026-10-17"), ("internal.terminationDate", "2026-10-18"));
        simulator.Server.Webhooks.Subscribe(receiver.Url, Secret);
        var events = new List<string>();
        for (var day = 16; day <= 19; day++)
        {
            var before = receiver.Received.Count;
            clock.Advance(TimeSpan.FromDays(1));
            await simulator.Server.Webhooks.WhenIdleAsync(Ct);
            events.AddRange(receiver.Received.Skip(before).Select(one => JsonNode.Parse(one.Body)!)
                .Select(body => $"{day} {body["type"]} {body["data"]!["employeeId"]} {body["triggeredBy"]}"));
        }

        Assert.Equal(
            [
                "17 employee.joined 1 system", "17 employee.activated 1 system", "18 employee.left 2 system", "18 employee.inactivated 2 system",
            ],
            events);
    }

    [Fact]
    public async Task A_leave_without_access_and_a_rehire_are_told_of()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Webhooks.Subscribe(
            receiver.Url, Secret, events: new HashSet<string> { "employee.joined", "employee.left", "employee.activated", "employee.inactivated" });

        simulator.Company.Update(
            Priya, ("employee.recentLeaveStartDate", "2026-10-16"), ("employee.recentLeaveEndDate", "2026-10-20"), ("simulator.leaveKeepsAccess", false));
        simulator.Server.Clock.Advance(TimeSpan.FromDays(1));
        simulator.Server.Clock.Advance(TimeSpan.FromDays(5));
        simulator.Company.Update(Mara, "internal.terminationDate", "2026-10-01");
        simulator.Company.Update(Mara, "internal.terminationDate", null);
        await simulator.Server.Webhooks.WhenIdleAsync(Ct);

        Assert.Equal(
            [
                "employee.inactivated", "employee.activated", "employee.left", "employee.inactivated", "employee.joined", "employee.activated",
            ],
            receiver.Types);
    }

    [Fact]
    public async Task Rows_dated_ahead_are_told_of_when_made_and_when_they_take_effect()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Webhooks.Subscribe(receiver.Url, Secret);

        simulator.Company.Schedule(Priya, new DateOnly(2026, 11, 1), ("work.department", "Sales"));
        simulator.Company.Schedule(Priya, new DateOnly(2026, 11, 1), ("work.title", "CTO"));
        simulator.Server.Clock.Set(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));
        await simulator.Server.Webhooks.WhenIdleAsync(Ct);

        Assert.Equal(["table.entry.created", "table.entry.updated", "employee.updated"], receiver.Types);
        Assert.Equal(
            $$"""{"employeeId":"{{Priya}}","tableId":"work","effectiveDate":"2026-11-01"}""",
            JsonNode.Parse(receiver.Received[0].Body)!["data"]!.ToJsonString());
    }

    [Fact]
    public async Task A_failed_event_is_sent_again_before_the_next_one()
    {
        await using var receiver = await WebhookReceiver.StartAsync((number, _) => number <= 3 ? 500 : 200);
        await using var simulator = await Fixture.StartAsync();
        var webhooks = simulator.Server.Webhooks;
        webhooks.FirstRetryDelay = TimeSpan.Zero;
        webhooks.Subscribe(receiver.Url, Secret, events: new HashSet<string> { "employee.updated" });

        simulator.Company.Update(Priya, "root.surname", "Berg");
        simulator.Company.Update(Mara, "root.surname", "Dahl");
        await webhooks.WhenIdleAsync(Ct);

        Assert.Equal([Priya, Priya, Priya, Priya, Mara], receiver.Received.Select(one => (string?)JsonNode.Parse(one.Body)!["data"]!["employeeId"]));
        Assert.Equal(["1 500", "2 500", "3 500", "4 200", "1 200"], webhooks.Deliveries.Select(one => $"{one.Attempt} {one.Status}"));
    }

    [Fact]
    public async Task Pauses_between_attempts_double_by_the_clock()
    {
        await using var receiver = await WebhookReceiver.StartAsync((_, _) => 503);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 10, 15, 6, 0, 0, TimeSpan.Zero));
        await using var simulator = await SimulatorClient.StartAsync(new HiBobSimulatorOptions { People = 0, TimeProvider = clock });
        var webhooks = simulator.Server.Webhooks;
        (webhooks.FirstRetryDelay, webhooks.MostAttempts) = (TimeSpan.FromSeconds(10), 4);
        webhooks.Subscribe(receiver.Url, Secret);
        simulator.Company.Add(("root.surname", "Berg"));

        var idle = webhooks.WhenIdleAsync(Ct);
        while (!idle.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var times = webhooks.Deliveries.Select(one => one.At).ToArray();
        Assert.Equal(4, times.Length);
        Assert.True(times[1] - times[0] >= TimeSpan.FromSeconds(10));
        Assert.True(times[2] - times[1] >= TimeSpan.FromSeconds(20));
        Assert.True(times[3] - times[2] >= TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task The_first_generation_is_switched_off_by_failures()
    {
        await using var receiver = await WebhookReceiver.StartAsync((_, _) => 500);
        await using var simulator = await Fixture.StartAsync();
        var subscription = simulator.Server.Webhooks.Subscribe(receiver.Url, Secret, WebhookVersion.V1, new HashSet<string> { "employee.updated" });

        foreach (var name in new[] { "A", "B", "C", "D", "E" })
        {
            simulator.Company.Update(Priya, "root.surname", name);
        }

        await simulator.Server.Webhooks.WhenIdleAsync(Ct);
        Assert.True(subscription.IsOff);
        Assert.Equal(3, receiver.Received.Count);
    }

    [Fact]
    public async Task Every_event_can_come_twice()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Webhooks.SendsTwice = true;
        simulator.Server.Webhooks.Subscribe(receiver.Url, Secret);

        simulator.Company.Remove(Tomas);
        await simulator.Server.Webhooks.WhenIdleAsync(Ct);

        Assert.Equal(2, receiver.Received.Count);
        Assert.Equal(receiver.Received[0], receiver.Received[1]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_connection_test_tries_two_forms(bool isSigned)
    {
        await using var receiver = await WebhookReceiver.StartAsync((_, body) => body == "Ping test" ? 400 : 200);
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Webhooks.SignsPings = isSigned;
        var subscription = simulator.Server.Webhooks.Subscribe(receiver.Url, Secret);

        Assert.True(await simulator.Server.Webhooks.PingAsync(subscription, Ct));

        Assert.Equal(["Ping test", """{"text":"Ping test"}"""], receiver.Received.Select(one => one.Body));
        Assert.All(receiver.Received, one => Assert.Equal(isSigned ? WebhookSignature.Of(one.Body, Secret) : null, one.Signature));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("bm90IGEgc2lnbmF0dXJl")]
    public async Task Any_body_can_be_sent_with_any_signature(string? signature)
    {
        await using var receiver = await WebhookReceiver.StartAsync((_, _) => 202);
        await using var simulator = await Fixture.StartAsync();
        var subscription = simulator.Server.Webhooks.Subscribe(receiver.Url, Secret);

        Assert.Equal(202, await simulator.Server.Webhooks.SendAsync(subscription, "{nonsense", signature, Ct));

        Assert.Equal(("{nonsense", signature), Assert.Single(receiver.Received));
    }

    [Theory]
    [InlineData("http://example.com/hook")]
    [InlineData("http://10.0.0.1/hook")]
    [InlineData("ftp://127.0.0.1/hook")]
    public async Task Webhooks_go_nowhere_but_this_machine(string url)
    {
        await using var simulator = await Fixture.StartAsync();

        Assert.Throws<ArgumentException>(() => simulator.Server.Webhooks.Subscribe(new Uri(url), Secret));
    }

    [Fact]
    public async Task An_ended_subscription_hears_nothing_and_nothing_waits_for_it()
    {
        await using var receiver = await WebhookReceiver.StartAsync((_, _) => 500);
        await using var simulator = await Fixture.StartAsync();
        var subscription = simulator.Server.Webhooks.Subscribe(receiver.Url, Secret);
        simulator.Company.Update(Priya, ("root.surname", "Berg"), ("work.title", "CTO"));

        Assert.True(await simulator.Server.Webhooks.UnsubscribeAsync(subscription.Id));
        await simulator.Server.Webhooks.WhenIdleAsync(Ct);
        var heard = receiver.Received.Count;
        simulator.Company.Update(Priya, "root.surname", "Dahl");

        Assert.Equal(heard, receiver.Received.Count);
        Assert.Empty(simulator.Server.Webhooks.Subscriptions);
        Assert.False(await simulator.Server.Webhooks.UnsubscribeAsync(subscription.Id));
    }
}
