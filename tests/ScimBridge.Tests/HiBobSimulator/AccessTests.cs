using System.Net;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.HiBobSimulator;
using Xunit;

namespace ScimBridge.Tests.HiBobSimulator;

public sealed class AccessTests
{
    private const string Lena = "3700000000000000104";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("lifecycle", "internal")]
    [InlineData("address", "address")]
    [InlineData("employment", "payroll")]
    public async Task A_missing_category_takes_its_fields_away_without_a_word(string category, string member)
    {
        await using var simulator = await SimulatorClient.StartAsync(10);
        simulator.Server.Permissions.RemoveCategories(category);

        var people = await simulator.EmployeesAsync(
            """{"fields":["root.id","internal.status","address.city","payroll.employment.type","work.title"],"showInactive":true,"humanReadable":"APPEND"}""");

        Assert.Equal(10, people.Count);
        Assert.All(people, person => Assert.Null(person![member]));
        Assert.All(people, person => Assert.NotNull(person!["work"]));
    }

    [Fact]
    public async Task A_single_field_can_be_hidden()
    {
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Permissions.HiddenFields = new HashSet<string> { "root.email" };

        var people = await simulator.EmployeesAsync("""{"fields":["root.id","root.email"]}""");

        Assert.All(people, person => Assert.False(person!.AsObject().ContainsKey("email")));
    }

    [Fact]
    public async Task An_audience_of_employed_people_makes_show_inactive_useless()
    {
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Permissions.AudienceStatuses = new HashSet<string> { "Employed" };

        Assert.Equal(2, (await simulator.EmployeesAsync("""{"fields":["root.id"],"showInactive":true}""")).Count);
        using var single = await simulator.PostAsync("people/" + Lena, "{}");
        Assert.Equal(HttpStatusCode.NotFound, single.StatusCode);
    }

    [Fact]
    public async Task Metadata_needs_no_permission_group()
    {
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Permissions.InGroup = false;

        using var fields = await simulator.Http.GetAsync("company/people/fields", Ct);
        using var search = await simulator.SearchAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (fields.StatusCode, search.StatusCode));
    }

    [Fact]
    public async Task A_joiner_is_employed_on_the_start_date()
    {
        var (simulator, clock, person) = await StartWithAsync(("work.startDate", "2026-11-02"));
        await using var running = simulator;

        Assert.Equal(("hired", "Inactive"), (person.LifecycleStatus, person.Status));
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(("employed", "Active"), (person.LifecycleStatus, person.Status));
        Assert.Single(await simulator.EmployeesAsync("""{"fields":["root.id"]}"""));
    }

    [Fact]
    public async Task A_leaver_passes_through_garden_leave_to_terminated()
    {
        var (simulator, clock, person) = await StartWithAsync(
            ("work.startDate", "2020-01-01"), ("employee.lastDayOfWork", "2026-10-20"), ("internal.terminationDate", "2026-10-31"));
        await using var running = simulator;

        Assert.Equal("employed", person.LifecycleStatus);
        clock.SetUtcNow(new DateTimeOffset(2026, 10, 20, 23, 0, 0, TimeSpan.Zero));
        Assert.Equal("employed", person.LifecycleStatus);
        clock.SetUtcNow(new DateTimeOffset(2026, 10, 21, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(("garden leave", "Inactive"), (person.LifecycleStatus, person.Status));
        simulator.Server.Clock.Advance(TimeSpan.FromDays(11));
        Assert.Equal(("terminated", "Inactive"), (person.LifecycleStatus, person.Status));
        simulator.Server.Clock.Reset();
        Assert.Equal("garden leave", person.LifecycleStatus);
    }

    [Fact]
    public async Task An_override_holds_against_the_clock_until_it_is_released()
    {
        var (simulator, clock, person) = await StartWithAsync(("work.startDate", "2020-01-01"));
        await using var running = simulator;
        simulator.Company.Update(person.Id, "internal.lifecycleStatus", "Sabbatical-Leave");
        clock.Advance(TimeSpan.FromDays(400));

        Assert.Equal(("Sabbatical-Leave", "Active"), (person.LifecycleStatus, person.Status));
        simulator.Company.Update(person.Id, "internal.lifecycleStatus", null);
        Assert.Null(person.LifecycleStatus);
        simulator.Company.FollowClock(person.Id);
        Assert.Equal("employed", person.LifecycleStatus);
    }

    [Fact]
    public async Task Each_endpoint_has_a_bucket_that_empties_and_refills_with_the_minute()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000));
        await using var simulator = await SimulatorClient.StartAsync(
            new HiBobSimulatorOptions { People = 0, TimeProvider = clock, RateLimitPerMinute = 2 });

        Assert.Equal("200 1 1790000060", await CallAsync(simulator));
        Assert.Equal("200 0 1790000060", await CallAsync(simulator));
        Assert.Equal("429 0 1790000060", await CallAsync(simulator));
        using var other = await simulator.Http.GetAsync("company/people/fields", Ct);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("200 1 1790000120", await CallAsync(simulator));
    }

    [Fact]
    public async Task The_rate_limit_can_be_switched_off()
    {
        await using var simulator = await SimulatorClient.StartAsync(new HiBobSimulatorOptions { People = 0, RateLimitPerMinute = 0 });

        for (var call = 0; call < 60; call++)
        {
            using var response = await simulator.SearchAsync();
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.False(response.Headers.Contains("X-RateLimit-Limit"));
        }
    }

    private static async Task<string> CallAsync(SimulatorClient simulator)
    {
        using var response = await simulator.SearchAsync();
        return $"{(int)response.StatusCode} {response.Headers.GetValues("X-RateLimit-Remaining").Single()} {response.Headers.GetValues("X-RateLimit-Reset").Single()}";
    }

    private static async Task<(SimulatorClient Simulator, FakeTimeProvider Clock, Person Person)> StartWithAsync(
        params (string FieldId, object? Value)[] fields)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 10, 15, 6, 0, 0, TimeSpan.Zero));
        var simulator = await SimulatorClient.StartAsync(new HiBobSimulatorOptions { People = 0, TimeProvider = clock });
        return (simulator, clock, simulator.Company.Add(fields));
    }
}
