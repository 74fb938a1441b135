using ScimBridge.Employees;
using ScimBridge.HiBobSimulator;
using Xunit;
using static ScimBridge.Tests.HiBob.ScriptedHiBob;

namespace ScimBridge.Tests.HiBob;

public class HiBobSimulatedTests
{
    private static readonly ReadRequest Everything = new([], ["work.department", "work.siteId", "payroll.employment.type"]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("wrapsFields=true")]
    [InlineData("documentedLists=true")]
    [InlineData("alwaysReturnsId=true")]
    [InlineData("refusesGetWithContentType=true")]
    [InlineData("displayLifecycleIds=true")]
    [InlineData("reversesPeople=true")]
    [InlineData("emptyErrorBodies=true")]
    [InlineData("gzip=true")]
    [InlineData("sendsRetryAfter=true")]
    [InlineData("dateFormat=monthDayYear")]
    [InlineData("mostPeoplePerRead=10 largeReadStatus=413 mostFilterValues=200")]
    [InlineData("mostPeoplePerRead=10 largeReadStatus=504")]
    [InlineData("mostPeoplePerRead=10 largeReadStatus=0")]
    public async Task People_and_lists_are_the_same_however_HiBob_shapes_and_sends_them(string switches)
    {
        var plain = await ReadAsync("");

        var odd = await ReadAsync(switches);

        Assert.Equal(250, plain.People.Count);
        Assert.Equivalent(plain.Lifecycles, odd.Lifecycles, strict: true);
        Assert.Equal(plain.People, odd.People);
        Assert.Equal(plain.Catalogue, odd.Catalogue);
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrapsSingleRead=true")]
    [InlineData("wrapsSingleReadAsEmployee=true")]
    public async Task Somebody_is_found_by_address_whatever_the_shape(string switches)
    {
        await using var simulator = await SimulatorAsync(switches);
        await using var hibob = await StartAsync();
        var connection = Connect(simulator);
        await using var read = await hibob.Source.ReadAllAsync(connection, Everything, new Progress<int>(), Ct);
        var someone = hibob.Source.Interpret(read.Read(7));

        Assert.Equal(someone.Id, await hibob.Source.FindIdAsync(connection, someone.WorkEmail!, Ct));
        Assert.Null(await hibob.Source.FindIdAsync(connection, "nobody@nowhere.example", Ct));
    }

    [Fact]
    public async Task The_access_check_tells_the_simulators_failures_apart()
    {
        await using var simulator = await SimulatorAsync("");
        await using var hibob = await StartAsync();
        var connection = Connect(simulator);

        async Task<AccessOutcome> OutcomeAsync(SourceConnection of) => (await hibob.Source.CheckAccessAsync(of, Everything, Ct)).Outcome;

        Assert.Equal(AccessOutcome.Granted, await OutcomeAsync(connection));
        Assert.Equal(AccessOutcome.InvalidCredentials, await OutcomeAsync(connection with { Token = "wrong" }));
        Assert.Equal(AccessOutcome.WrongAddress, await OutcomeAsync(connection with { BaseUrl = new Uri(connection.BaseUrl, "/elsewhere") }));
        simulator.Permissions.RemoveCategories("lifecycle");
        Assert.Equal(AccessOutcome.LifecycleHidden, await OutcomeAsync(connection));
        simulator.Permissions.AudienceIds = new HashSet<string>();
        Assert.Equal(AccessOutcome.NobodyVisible, await OutcomeAsync(connection));
        simulator.Permissions.InGroup = false;
        Assert.Equal(AccessOutcome.NoPermission, await OutcomeAsync(connection));
    }

    private static async Task<(IReadOnlyList<Employee> People, IReadOnlyList<string> Catalogue, IReadOnlyDictionary<string, int> Lifecycles)> ReadAsync(
        string switches)
    {
        await using var simulator = await SimulatorAsync(switches);
        await using var hibob = await StartAsync();
        await using var read = await hibob.Source.ReadAllAsync(Connect(simulator), Everything, new Progress<int>(), Ct);
        Assert.DoesNotContain(read.Issues, issue => issue.Code is "list_unreadable" or "changed_while_read");
        return (
            [.. Enumerable.Range(0, read.Count).Select(index => hibob.Source.Interpret(read.Read(index))).OrderBy(person => person.Id, StringComparer.Ordinal)],
            [.. read.Catalogue.Select(item => $"{item.Field} {item.Id} {string.Join('/', item.Path)} {item.Archived}").Order(StringComparer.Ordinal)],
            read.LifecycleCounts);
    }

    private static Task<HiBobSimulatorServer> SimulatorAsync(string switches) => HiBobSimulatorServer.StartAsync(
        new HiBobSimulatorOptions
        {
            People = 250,
            ReferenceDate = new DateOnly(2026, 10, 1),
            RateLimitPerMinute = 0,
            Switches = [.. switches.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).Select(pair => KeyValuePair.Create(pair[0], pair[1]))],
        },
        Ct);

    private static SourceConnection Connect(HiBobSimulatorServer simulator) =>
        new(simulator.BaseUrl, simulator.Options.ServiceUserId, simulator.Options.Token);
}
