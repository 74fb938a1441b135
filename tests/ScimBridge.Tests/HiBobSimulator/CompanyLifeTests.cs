using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.HiBobSimulator;
using ScimBridge.HiBobSimulator.Life;
using Xunit;

namespace ScimBridge.Tests.HiBobSimulator;

public sealed class CompanyLifeTests
{
    private const int Month = 30 * 48;

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_same_seed_gives_the_same_life()
    {
        var first = await LiveAsync(5);

        Assert.Equal(first, await LiveAsync(5));
        Assert.NotEqual(first, await LiveAsync(6));
    }

    [Fact]
    public async Task Everything_happens_within_a_month()
    {
        await using var simulator = await StartAsync(200, out var clock);
        var before = simulator.Company.People.ToDictionary(person => person.Id, person => person.Email);

        var happened = Live(simulator.Company, clock, 1, Month);

        Assert.Equal(Enum.GetValues<HappeningKind>(), happened.Select(one => one.Kind).Distinct().Order());
        Assert.True(simulator.Company.People.Count > 200);
        Assert.Contains(simulator.Company.People, person => !before.ContainsKey(person.Id) && person.LifecycleStatus == "employed");
        Assert.Contains(simulator.Company.People, person => before.TryGetValue(person.Id, out var email) && email != person.Email);
        Assert.Contains(happened.Where(one => one.Kind == HappeningKind.Resigned), one => simulator.Company.Find(one.Subject)!.LifecycleStatus == "terminated");
        Assert.Contains(simulator.Company.FindList("department")!.AllItems, item => item.Archived && item.Id is not "263100430");
    }

    [Fact]
    public async Task Life_keeps_a_company_in_order()
    {
        await using var simulator = await StartAsync(200, out var clock);
        Live(simulator.Company, clock, 3, Month);
        var people = simulator.Company.People;

        Assert.Equal(people.Count, people.Select(person => person.Email).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        foreach (var person in people)
        {
            var (steps, current) = (0, person);
            while (current["work.manager"] is string manager)
            {
                current = simulator.Company.Find(manager)!;
                Assert.True(++steps < 100, person.Id);
            }
        }
    }

    [Fact]
    public async Task A_month_of_a_small_company_takes_moments()
    {
        await using var simulator = await StartAsync(200, out var clock);

        // The bound is for a slow machine under load; it is thousands of steps a minute all the same.
        var watch = Stopwatch.StartNew();
        Live(simulator.Company, clock, 2, Month);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    [Fact]
    public async Task A_company_without_people_and_lists_begins_to_hire()
    {
        await using var simulator = await StartAsync(0, out var clock);

        Live(simulator.Company, clock, 1, 200);

        Assert.NotEmpty(simulator.Company.People);
    }

    [Fact]
    public async Task Only_what_is_given_a_weight_happens()
    {
        await using var simulator = await StartAsync(50, out _);
        var life = new CompanyLife(
            simulator.Company, 1, new CompanyLifeOptions { PerHundredSteps = 300, Weights = new Dictionary<HappeningKind, int> { [HappeningKind.NewPhone] = 1 } });

        var happened = life.Step();

        Assert.InRange(happened.Count, 1, 3);
        Assert.All(happened, one => Assert.Equal(HappeningKind.NewPhone, one.Kind));
        Assert.Equal(1, life.Steps);
    }

    private static async Task<string> LiveAsync(int seed)
    {
        await using var simulator = await StartAsync(60, out var clock);
        var happened = Live(simulator.Company, clock, seed, 200);
        var facts = simulator.Company.People.Select(person => string.Join('|', simulator.Company.Fields.All.Select(field => person[field.Id])));
        return string.Join('\n', happened.Select(one => one.ToString()).Concat(facts));
    }

    private static List<Happening> Live(Company company, FakeTimeProvider clock, int seed, int steps)
    {
        var life = new CompanyLife(company, seed);
        var happened = new List<Happening>();
        for (var step = 0; step < steps; step++)
        {
            clock.Advance(TimeSpan.FromMinutes(30));
            happened.AddRange(life.Step());
        }

        return happened;
    }

    private static Task<SimulatorClient> StartAsync(int people, out FakeTimeProvider clock)
    {
        clock = new FakeTimeProvider(Now);
        return SimulatorClient.StartAsync(new HiBobSimulatorOptions { People = people, TimeProvider = clock });
    }
}
