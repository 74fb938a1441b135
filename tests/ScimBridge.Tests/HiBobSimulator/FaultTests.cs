using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.HiBobSimulator;
using Xunit;

namespace ScimBridge.Tests.HiBobSimulator;

public sealed class FaultTests
{
    private const string Everything = """{"showInactive":true,"humanReadable":"APPEND"}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_status_strikes_as_often_as_told(int status)
    {
        await using var simulator = await SimulatorClient.StartAsync(10);
        simulator.Server.Faults.Add(SimulatorFault.Status(status, retryAfterSeconds: 7) with { Times = 2, Skip = 1 });

        var statuses = new List<int>();
        for (var call = 0; call < 4; call++)
        {
            using var response = await simulator.SearchAsync();
            statuses.Add((int)response.StatusCode);
            Assert.Equal(
                response.IsSuccessStatusCode ? null : TimeSpan.FromSeconds(7), response.Headers.RetryAfter?.Delta);
        }

        Assert.Equal([200, status, status, 200], statuses);
        Assert.Empty(simulator.Server.Faults.Armed);
    }

    [Fact]
    public async Task A_fault_for_one_endpoint_spares_the_others()
    {
        await using var simulator = await SimulatorClient.StartAsync(10);
        simulator.Server.Faults.Add(SimulatorFault.Status(500) with { Endpoint = SimulatorEndpoint.Fields });

        using var search = await simulator.SearchAsync();
        using var fields = await simulator.Http.GetAsync("company/people/fields", Ct);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.InternalServerError), (search.StatusCode, fields.StatusCode));
    }

    [Theory]
    [InlineData(4096)]
    [InlineData(int.MaxValue)]
    public async Task A_cut_connection_breaks_the_body_off(int afterBytes)
    {
        await using var simulator = await SimulatorClient.StartAsync(30);
        simulator.Server.Faults.Add(SimulatorFault.CutConnection(afterBytes));

        await Assert.ThrowsAsync<HttpRequestException>(() => simulator.SearchAsync(Everything));
    }

    [Theory]
    [InlineData(4096, 4096)]
    [InlineData(int.MaxValue, null)]
    public async Task Unfinished_json_comes_in_a_complete_body(int afterBytes, int? length)
    {
        await using var simulator = await SimulatorClient.StartAsync(30);
        simulator.Server.Faults.Add(SimulatorFault.UnfinishedJson(afterBytes));

        using var response = await simulator.SearchAsync(Everything);
        var body = await response.Content.ReadAsByteArrayAsync(Ct);

        Assert.Equal(length ?? body.Length, body.Length);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body));
    }

    [Fact]
    public async Task Html_and_other_text_come_with_200()
    {
        await using var simulator = await SimulatorClient.StartAsync(10);
        simulator.Server.Faults.Add(SimulatorFault.Html() with { Times = 1 });
        simulator.Server.Faults.Add(SimulatorFault.NotJson() with { Skip = 1 });

        using var html = await simulator.SearchAsync();
        using var text = await simulator.SearchAsync();

        Assert.Equal((HttpStatusCode.OK, "text/html"), (html.StatusCode, html.Content.Headers.ContentType?.MediaType));
        Assert.Equal((HttpStatusCode.OK, "application/json"), (text.StatusCode, text.Content.Headers.ContentType?.MediaType));
        var body = await text.Content.ReadAsStringAsync(Ct);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body));
    }

    [Fact]
    public async Task A_slow_body_waits_for_the_clock_before_each_piece()
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.Zero };
        await using var simulator = await SimulatorClient.StartAsync(new HiBobSimulatorOptions { People = 0, TimeProvider = clock });
        simulator.Server.Faults.Add(SimulatorFault.SlowBody(TimeSpan.FromMinutes(1), chunkBytes: 4));

        var pending = simulator.SearchAsync();
        while (!pending.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        using var response = await pending;
        Assert.Equal("""{"employees":[]}""", await response.Content.ReadAsStringAsync(Ct));
        Assert.True(clock.GetUtcNow() >= clock.Start + TimeSpan.FromMinutes(4));
    }

    [Fact]
    public async Task No_response_ends_with_a_closed_connection()
    {
        await using var simulator = await SimulatorClient.StartAsync(10);
        simulator.Server.Faults.Add(SimulatorFault.NoResponse(TimeSpan.FromMilliseconds(1)));

        await Assert.ThrowsAsync<HttpRequestException>(() => simulator.SearchAsync());
    }

    [Fact]
    public async Task An_empty_company_answers_no_employees()
    {
        await using var simulator = await SimulatorClient.StartAsync(10);
        simulator.Server.Faults.Add(SimulatorFault.EmptyCompany());

        using var response = await simulator.SearchAsync();

        Assert.Equal("""{"employees":[]}""", await response.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task A_category_can_vanish_from_a_request_on()
    {
        await using var simulator = await SimulatorClient.StartAsync(10);
        simulator.Server.Faults.Add(SimulatorFault.WithoutCategory("lifecycle") with { Skip = 1 });
        const string body = """{"fields":["root.id","internal.lifecycleStatus"],"showInactive":true}""";

        Assert.NotNull((await simulator.EmployeesAsync(body))[0]!["internal"]);
        Assert.Null((await simulator.EmployeesAsync(body))[0]!["internal"]);
        simulator.Server.Faults.Clear();
        Assert.NotNull((await simulator.EmployeesAsync(body))[0]!["internal"]);
    }
}
