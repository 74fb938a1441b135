using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.HiBobSimulator;
using Xunit;

namespace ScimBridge.Tests.HiBobSimulator;

public sealed partial class GeneratorTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_and_another_seed_does_not()
    {
        var first = await HashAsync(seed: 7, Now);

        Assert.Equal(first, await HashAsync(seed: 7, Now));
        Assert.Equal(first, await HashAsync(seed: 7, Now.AddDays(9)));
        Assert.NotEqual(first, await HashAsync(seed: 8, Now));
    }

    [Fact]
    public async Task Two_simulators_with_one_seed_send_the_same_body()
    {
        var options = new HiBobSimulatorOptions { People = 200, TimeProvider = new FakeTimeProvider(Now) };
        await using var first = await SimulatorClient.StartAsync(options);
        await using var second = await SimulatorClient.StartAsync(options);
        const string body = """{"showInactive":true,"humanReadable":"APPEND"}""";

        using var one = await first.SearchAsync(body);
        using var other = await second.SearchAsync(body);

        Assert.Equal(
            await one.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            await other.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Ids_and_emails_are_unique_and_emails_are_ascii()
    {
        var people = (await CompanyAsync(3000)).People;

        Assert.Equal(3000, people.Select(person => person.Id).Distinct().Count());
        Assert.Equal(3000, people.Select(person => person.Email).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(people, person => Assert.Matches(Email(), person.Email));
        Assert.All(people, person => Assert.Equal(19, person.Id.Length));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(3000)]
    public async Task Managers_form_one_tree(int size)
    {
        var company = await CompanyAsync(size);

        Assert.Single(company.People, person => person["work.manager"] is null);
        foreach (var person in company.People)
        {
            var (steps, current) = (0, person);
            while (current["work.manager"] is string manager)
            {
                current = company.Find(manager)!;
                Assert.True(++steps < 20);
            }
        }
    }

    [Fact]
    public async Task Every_list_value_is_in_its_list()
    {
        var company = await CompanyAsync(3000);

        foreach (var field in company.Fields.All.Where(field => field is { ListId: not null, Type: not FieldType.MultiList }))
        {
            var list = company.FindList(field.ListId!)!;
            Assert.All(company.People, person => Assert.True(person[field.Id] is not { } id || list.Find(id) is not null));
        }
    }

    [Theory]
    [InlineData("2026-10-01")]
    [InlineData("2026-12-31")]
    [InlineData("2028-02-29")]
    public async Task Every_status_occurs_all_through_a_quarter(string day)
    {
        var company = await CompanyAsync(100, DateTimeOffset.Parse(day + "T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(
            ["employed", "garden leave", "hired", "leave", "parental leave", "terminated"],
            company.People.Select(person => person.LifecycleStatus).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(company.People, person => person is { LifecycleStatus: "leave", Status: "Inactive" });
        Assert.Contains(company.People, person => person.LifecycleStatus == "employed" && person["internal.terminationDate"] is not null);
    }

    [Fact]
    public async Task Names_come_in_many_scripts_and_repeat_as_they_do_in_life()
    {
        var people = (await CompanyAsync(1000)).People;
        var names = string.Concat(people.Select(person => person.DisplayName));
        var scripts = new[] { 'ø', 'Γ', 'Ш', 'م', 'ר', 'श', '王', 'さ', '김', 'ส' };

        Assert.All(scripts, letter => Assert.Contains(letter.ToString(), names, StringComparison.Ordinal));
        Assert.True(people.Select(person => person.DisplayName).Distinct().Count() < people.Count);
        Assert.InRange(people.Count(person => person["root.secondName"] is not null), 50, 300);
        Assert.Contains(people, person => person["work.workMobile"] is null);
        Assert.True(people.Select(person => person["address.siteCountry"]).Distinct().Count() > 10);
    }

    [Fact]
    public async Task Departments_nest_and_mix_kinds_of_id()
    {
        var departments = (await CompanyAsync(100)).FindList("department")!;

        Assert.Contains(departments.Items, item => item.Children.Any(child => child.Children.Count > 0));
        Assert.NotNull(departments.Find("Sales"));
        Assert.NotNull(departments.Find("263100417"));
        Assert.True(departments.Find("263100430")!.Archived);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(100_001)]
    public async Task A_size_out_of_range_is_refused(int size) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => SimulatorClient.StartAsync(size));

    private static async Task<Company> CompanyAsync(int people, DateTimeOffset? now = null)
    {
        await using var simulator = await SimulatorClient.StartAsync(
            new HiBobSimulatorOptions { People = people, TimeProvider = new FakeTimeProvider(now ?? Now) });
        return simulator.Company;
    }

    private static async Task<string> HashAsync(int seed, DateTimeOffset now)
    {
        await using var simulator = await SimulatorClient.StartAsync(
            new HiBobSimulatorOptions { People = 300, Seed = seed, TimeProvider = new FakeTimeProvider(now) });
        var facts = simulator.Company.Fields.All
            .Where(field => field.Follows is null && field.CategoryId != "lifecycle")
            .Select(field => string.Join('|', simulator.Company.People.Select(person => person[field.Id])));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', facts))));
    }

    [GeneratedRegex(@"^[a-z]+\.[a-z]+\d*@fjordline\.example$")]
    private static partial Regex Email();
}
