using Microsoft.Extensions.Time.Testing;
using ScimBridge.HiBobSimulator;
using Xunit;

namespace ScimBridge.Tests.HiBobSimulator;

public sealed class ScheduleTests
{
    private const string Mara = "3700000000000000101";
    private const string Priya = "3700000000000000102";
    private const string All = """{"fields":["root.id","root.surname","work.department","work.site","work.reportsTo"],"showInactive":true}""";

    [Fact]
    public async Task A_scheduled_move_takes_effect_on_its_day()
    {
        await using var simulator = await Fixture.StartAsync();
        var row = simulator.Company.Schedule(
            Priya, new DateOnly(2026, 11, 1), ("work.department", "Sales"), ("work.siteId", 2700102), ("work.title", "VP Sales"), ("work.reportsTo", null));

        Assert.Equal(row, Assert.Single(simulator.Company.Scheduled));
        simulator.Server.Clock.Set(new DateTimeOffset(2026, 10, 31, 23, 59, 59, TimeSpan.Zero));
        Assert.Equal("263100417", (string?)(await simulator.EmployeesAsync(All))[1]!["work"]!["department"]);
        simulator.Server.Clock.Advance(TimeSpan.FromSeconds(1));
        var person = (await simulator.EmployeesAsync(All))[1]!;

        Assert.Equal(("Sales", "Porto"), ((string?)person["work"]!["department"], (string?)person["work"]!["site"]));
        Assert.Null(person["work"]!["reportsTo"]);
        Assert.Equal("VP Sales", simulator.Company.Find(Priya)!["work.title"]);
        Assert.Empty(simulator.Company.Scheduled);
    }

    [Fact]
    public async Task A_scheduled_move_takes_effect_when_the_time_provider_goes_on()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 10, 15, 6, 0, 0, TimeSpan.Zero));
        await using var simulator = await SimulatorClient.StartAsync(new HiBobSimulatorOptions { People = 0, TimeProvider = clock });
        var person = simulator.Company.Add(("root.surname", "Olsen"));
        simulator.Company.Schedule(person.Id, new DateOnly(2026, 10, 17), ("root.surname", "Berg"));

        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("Olsen", person["root.surname"]);
        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal("Berg", person["root.surname"]);
    }

    [Fact]
    public async Task A_second_row_for_the_day_changes_the_first_and_a_cancelled_one_never_comes()
    {
        await using var simulator = await Fixture.StartAsync();
        var company = simulator.Company;
        var first = company.Schedule(Priya, new DateOnly(2026, 11, 1), ("work.department", "Sales"), ("work.title", "CTO"));
        var second = company.Schedule(Priya, new DateOnly(2026, 11, 1), ("work.department", "Engineering"));
        var other = company.Schedule(Mara, new DateOnly(2026, 11, 2), ("work.department", "Sales"));

        Assert.Equal(first.Id, second.Id);
        Assert.True(company.CancelScheduled(other.Id));
        Assert.False(company.CancelScheduled(other.Id));
        simulator.Server.Clock.Advance(TimeSpan.FromDays(60));

        Assert.Equal(("Engineering", "CTO"), ((string?)company.Find(Priya)!["work.department"], (string?)company.Find(Priya)!["work.title"]));
        Assert.Equal("Engineering", company.Find(Mara)!["work.department"]);
    }

    [Fact]
    public async Task Only_a_day_ahead_can_be_scheduled_for_somebody_who_is_there()
    {
        await using var simulator = await Fixture.StartAsync();

        Assert.Throws<ArgumentException>(() => simulator.Company.Schedule(Priya, new DateOnly(2026, 10, 15), ("work.title", "CTO")));
        Assert.Throws<KeyNotFoundException>(() => simulator.Company.Schedule("1", new DateOnly(2026, 10, 16), ("work.title", "CTO")));
        Assert.Throws<ArgumentException>(() => simulator.Company.Schedule(Priya, new DateOnly(2026, 10, 16), ("work.squad", "A")));
    }

    [Fact]
    public async Task Reads_can_lag_behind_a_write()
    {
        await using var simulator = await Fixture.StartAsync();
        var company = simulator.Company;
        company.ReadLag = TimeSpan.FromSeconds(20);

        company.Update(Priya, "work.department", "Sales");
        company.Update(Mara, "root.surname", "Berg");
        company.Remove("3700000000000000105");
        var added = company.Add(("root.surname", "Ny"));
        simulator.Server.Clock.Advance(TimeSpan.FromSeconds(10));
        company.Update(Priya, "work.department", "Engineering");
        simulator.Server.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(["Olsen Engineering", "Natarajan 263100417", "Berg Sales", "Fischer 263100417", "Haddad Sales"], await ReadAsync(simulator));
        Assert.Equal(404, await SingleAsync(simulator, added.Id));

        simulator.Server.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["Berg Engineering", "Natarajan Sales", "Berg Sales", "Fischer 263100417", "Ny "], await ReadAsync(simulator));
        Assert.Equal((200, 404), (await SingleAsync(simulator, added.Id), await SingleAsync(simulator, "3700000000000000105")));

        simulator.Server.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("Natarajan Engineering", (await ReadAsync(simulator))[1]);
        Assert.Equal("Engineering", company.Find(Priya)!["work.department"]);
    }

    [Fact]
    public async Task Somebody_who_vanished_can_still_be_read_by_id_while_reads_lag()
    {
        await using var simulator = await Fixture.StartAsync();
        simulator.Company.ReadLag = TimeSpan.FromSeconds(20);
        simulator.Company.Remove(Priya);

        Assert.Equal(200, await SingleAsync(simulator, Priya));
        simulator.Server.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(404, await SingleAsync(simulator, Priya));
    }

    private static async Task<string[]> ReadAsync(SimulatorClient simulator) =>
        [.. (await simulator.EmployeesAsync(All)).Select(person => $"{person!["surname"]} {person["work"]!["department"]}")];

    private static async Task<int> SingleAsync(SimulatorClient simulator, string id)
    {
        using var response = await simulator.PostAsync("people/" + id, "{}");
        return (int)response.StatusCode;
    }
}
