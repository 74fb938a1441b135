using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.HiBobSimulator;
using Xunit;

namespace ScimBridge.Tests.HiBobSimulator;

public sealed class TrafficTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_wrong_credentials_in_ten_seconds_block_the_address_for_five_minutes()
    {
        var (simulator, clock) = await StartAsync();
        await using var running = simulator;
        var right = simulator.Http.DefaultRequestHeaders.Authorization;

        for (var call = 0; call < 50; call++)
        {
            simulator.Http.DefaultRequestHeaders.Authorization =
                new AuthenticationHeaderValue("Basic", call.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(401, await StatusAsync(simulator));
        }

        simulator.Http.DefaultRequestHeaders.Authorization = right;
        Assert.Equal(403, await StatusAsync(simulator));
        clock.Advance(TimeSpan.FromSeconds(299));
        Assert.Equal(403, await StatusAsync(simulator));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, await StatusAsync(simulator));
    }

    [Fact]
    public async Task Refusals_spread_over_more_than_ten_seconds_do_not_block()
    {
        var (simulator, clock) = await StartAsync();
        await using var running = simulator;
        simulator.Server.Traffic.FirewallThreshold = 3;
        simulator.Server.Permissions.InGroup = false;

        Assert.Equal(403, await StatusAsync(simulator));
        Assert.Equal(403, await StatusAsync(simulator));
        clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(403, await StatusAsync(simulator));
        simulator.Server.Permissions.InGroup = true;
        Assert.Equal(200, await StatusAsync(simulator));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Refusals_of_one_authorization_block_it(int status)
    {
        var (simulator, _) = await StartAsync();
        await using var running = simulator;
        simulator.Server.Traffic.FirewallThreshold = 3;
        simulator.Server.Traffic.FirewallStatus = 418;
        simulator.Server.Faults.Add(SimulatorFault.Status(status) with { Times = 3 });

        Assert.Equal([status, status, status, 418], await StatusesAsync(simulator, 4));
    }

    [Fact]
    public async Task Forbidden_answers_do_not_block_the_address()
    {
        var (simulator, _) = await StartAsync();
        await using var running = simulator;
        simulator.Server.Traffic.FirewallThreshold = 2;
        simulator.Server.Faults.Add(SimulatorFault.Status(403) with { Times = 2 });
        await StatusesAsync(simulator, 2);

        simulator.Http.DefaultRequestHeaders.Authorization = null;

        Assert.Equal(401, await StatusAsync(simulator));
    }

    [Fact]
    public async Task The_firewall_can_close_connections_or_be_off()
    {
        var (simulator, _) = await StartAsync();
        await using var running = simulator;
        var traffic = simulator.Server.Traffic;
        (traffic.FirewallThreshold, traffic.FirewallStatus) = (2, 0);
        simulator.Server.Faults.Add(SimulatorFault.Status(401) with { Times = 2 });
        await StatusesAsync(simulator, 2);

        await Assert.ThrowsAsync<HttpRequestException>(() => simulator.SearchAsync());
        traffic.Firewall = false;
        Assert.Equal(200, await StatusAsync(simulator));
    }

    [Theory]
    [InlineData(true, 60)]
    [InlineData(false, null)]
    public async Task Retry_after_comes_with_429_only_when_switched_on(bool sends, int? seconds)
    {
        var (simulator, _) = await StartAsync(rateLimit: 1);
        await using var running = simulator;
        simulator.Server.Traffic.SendsRetryAfter = sends;
        Assert.Equal(200, await StatusAsync(simulator));

        using var refused = await simulator.SearchAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(seconds is { } delta ? TimeSpan.FromSeconds(delta) : null, refused.Headers.RetryAfter?.Delta);
    }

    [Theory]
    [InlineData("people/search", 50)]
    [InlineData("company/people/fields", 50)]
    [InlineData("company/named-lists", 50)]
    [InlineData("company/named-lists/department", 50)]
    [InlineData("profiles", 40)]
    public async Task Each_endpoint_has_the_limit_that_hibob_has(string path, int limit)
    {
        var clock = new FakeTimeProvider(Start);
        await using var simulator = await SimulatorClient.StartAsync(new HiBobSimulatorOptions { People = 0, TimeProvider = clock });

        using var response = path == "people/search" ? await simulator.SearchAsync() : await simulator.Http.GetAsync(path, Ct);

        Assert.Equal(limit.ToString(CultureInfo.InvariantCulture), Assert.Single(response.Headers.GetValues("X-RateLimit-Limit")));
        Assert.Equal("1790000060", Assert.Single(response.Headers.GetValues("X-RateLimit-Reset")));
    }

    [Theory]
    [InlineData(413)]
    [InlineData(504)]
    public async Task A_read_that_is_too_large_fails_while_ids_and_batches_do_not(int status)
    {
        await using var simulator = await SimulatorClient.StartAsync(300);
        (simulator.Server.Traffic.MostPeoplePerRead, simulator.Server.Traffic.LargeReadStatus) = (250, status);

        using var whole = await simulator.SearchAsync("""{"showInactive":true}""");
        var ids = (await simulator.EmployeesAsync("""{"fields":["root.id"],"showInactive":true}""")).Select(person => (string)person!["id"]!).ToArray();
        var batches = new List<JsonNode?>();
        foreach (var batch in ids.Chunk(200))
        {
            batches.AddRange(await simulator.EmployeesAsync(Batch(batch)));
        }

        Assert.Equal(status, (int)whole.StatusCode);
        Assert.Equal(ids, batches.Select(person => (string)person!["id"]!));
    }

    [Fact]
    public async Task A_read_that_is_too_large_can_end_in_silence()
    {
        await using var simulator = await SimulatorClient.StartAsync(20);
        (simulator.Server.Traffic.MostPeoplePerRead, simulator.Server.Traffic.LargeReadStatus) = (19, 0);

        await Assert.ThrowsAsync<HttpRequestException>(() => simulator.SearchAsync("""{"showInactive":true}"""));
        Assert.Equal(20, (await simulator.EmployeesAsync("""{"fields":["root.id"],"showInactive":true}""")).Count);
    }

    [Fact]
    public async Task A_filter_can_be_too_long()
    {
        await using var simulator = await Fixture.StartAsync();
        string[] two = ["3700000000000000101", "3700000000000000102"];
        Assert.Equal(2, (await simulator.EmployeesAsync(Batch(two))).Count);

        simulator.Server.Traffic.MostFilterValues = 1;

        using var refused = await simulator.SearchAsync(Batch(two));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Somebody_can_vanish_and_another_change_between_the_ids_and_their_batch()
    {
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Script.Before(SimulatorEndpoint.PeopleSearch, 1, company => company.Remove("3700000000000000102"));
        simulator.Server.Script.Before(
            SimulatorEndpoint.PeopleSearch, 1, company => company.Update("3700000000000000101", "root.surname", "Berg"));

        var ids = (await simulator.EmployeesAsync("""{"fields":["root.id"],"showInactive":true}""")).Select(person => (string)person!["id"]!).ToArray();
        var people = await simulator.EmployeesAsync(Batch(ids, "root.surname"));

        Assert.Equal((5, 4, 0), (ids.Length, people.Count, simulator.Server.Script.Waiting));
        Assert.Equal("Berg", (string?)people[0]!["surname"]);
    }

    [Fact]
    public async Task Replies_are_compressed_for_those_who_accept_it()
    {
        await using var simulator = await SimulatorClient.StartAsync(300);
        const string body = """{"showInactive":true,"humanReadable":"APPEND"}""";
        using var plain = await simulator.SearchAsync(body);
        simulator.Server.Traffic.Gzip = true;
        using var unasked = await simulator.SearchAsync(body);
        simulator.Http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");

        using var compressed = await simulator.SearchAsync(body);
        await using var unpacked = new GZipStream(await compressed.Content.ReadAsStreamAsync(Ct), CompressionMode.Decompress);
        using var text = new StreamReader(unpacked);

        Assert.Empty(unasked.Content.Headers.ContentEncoding);
        Assert.Equal("gzip", Assert.Single(compressed.Content.Headers.ContentEncoding));
        Assert.Equal(await plain.Content.ReadAsStringAsync(Ct), await text.ReadToEndAsync(Ct));
    }

    [Fact]
    public async Task A_compressed_body_can_break_off_too()
    {
        await using var simulator = await SimulatorClient.StartAsync(300);
        simulator.Server.Traffic.Gzip = true;
        simulator.Http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        simulator.Server.Faults.Add(SimulatorFault.CutConnection());

        await Assert.ThrowsAsync<HttpRequestException>(() => simulator.SearchAsync("""{"showInactive":true}"""));
    }

    [Fact]
    public async Task Every_reply_can_be_late()
    {
        var (simulator, clock) = await StartAsync();
        await using var running = simulator;
        simulator.Server.Traffic.Delay = TimeSpan.FromSeconds(30);

        var pending = simulator.SearchAsync();
        while (!pending.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        using var response = await pending;
        Assert.True(clock.GetUtcNow() >= Start.AddSeconds(30));
    }

    private static string Batch(IEnumerable<string> ids, params string[] fields) => new JsonObject
    {
        ["fields"] = new JsonArray([.. fields.Prepend("root.id").Select(field => (JsonNode)field)]),
        ["showInactive"] = true,
        ["filters"] = new JsonArray(new JsonObject
        {
            ["fieldPath"] = "root.id",
            ["operator"] = "equals",
            ["values"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]),
        }),
    }.ToJsonString();

    private static async Task<(SimulatorClient Simulator, FakeTimeProvider Clock)> StartAsync(int rateLimit = 0)
    {
        var clock = new FakeTimeProvider(Start);
        return (await SimulatorClient.StartAsync(new HiBobSimulatorOptions { People = 0, TimeProvider = clock, RateLimitPerMinute = rateLimit }), clock);
    }

    private static async Task<int> StatusAsync(SimulatorClient simulator)
    {
        using var response = await simulator.SearchAsync();
        return (int)response.StatusCode;
    }

    private static async Task<IReadOnlyList<int>> StatusesAsync(SimulatorClient simulator, int calls)
    {
        var statuses = new List<int>();
        for (var call = 0; call < calls; call++)
        {
            statuses.Add(await StatusAsync(simulator));
        }

        return statuses;
    }
}
