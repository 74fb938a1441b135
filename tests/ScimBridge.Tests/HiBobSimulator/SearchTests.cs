using System.Net;
using System.Text.Json.Nodes;
using ScimBridge.HiBobSimulator;
using Xunit;

namespace ScimBridge.Tests.HiBobSimulator;

public sealed class SearchTests
{
    private const string Priya = "3700000000000000102";
    private const string Mara = "3700000000000000101";

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{"fields":"root.id"}""")]
    [InlineData("""{"fields":[1]}""")]
    [InlineData("""{"filters":[{"fieldPath":"root.id","operator":"contains","values":["1"]}]}""")]
    [InlineData("""{"filters":[{"fieldPath":"root.id","operator":"equals","values":[]}]}""")]
    [InlineData("""{"filters":[{"fieldPath":"root.id","operator":"equals","values":["1"]},{"fieldPath":"root.id","operator":"equals","values":["1"]}]}""")]
    public async Task A_malformed_body_is_400(string body)
    {
        await using var simulator = await Fixture.StartAsync();

        using var response = await simulator.SearchAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Without_fields_the_default_set_comes_without_custom_and_lifecycle_fields()
    {
        await using var simulator = await Fixture.StartAsync();

        var person = (await simulator.EmployeesAsync("{}"))[0]!;

        Assert.NotNull(person["/work/title"]);
        Assert.True(person["payroll"]!.AsObject().ContainsKey("employment"));
        Assert.Null(person["internal"]);
        Assert.False(person["work"]!.AsObject().ContainsKey("custom"));
        Assert.False(person["work"]!.AsObject().ContainsKey("workPhone"));
    }

    [Fact]
    public async Task Slash_ids_an_unknown_human_readable_and_an_email_filter_are_accepted()
    {
        await using var simulator = await Fixture.StartAsync();

        var people = await simulator.EmployeesAsync(
            """
            {"fields":["/root/id","/work/department"],"humanReadable":"append",
             "filters":[{"fieldPath":"root.email","operator":"equals","values":["priya.natarajan@fjordline.example"]}]}
            """);

        var person = Assert.Single(people)!.AsObject();
        Assert.Equal(["/root/id", "id", "/work/department", "work"], person.Select(member => member.Key));
    }

    [Fact]
    public async Task A_custom_column_is_nested_below_its_slash_key()
    {
        await using var simulator = await Fixture.StartAsync();
        simulator.Company.Update(Priya, "work.customColumns.column_1700000000001", "263100900");

        var person = await FindAsync(simulator, "work.customColumns.column_1700000000001");

        Assert.Equal("263100900", (string?)person["/work/customColumns/column_1700000000001"]!["value"]);
        Assert.Equal("263100900", (string?)person["work"]!["customColumns"]!["column_1700000000001"]);
        Assert.Equal("CC-100 Platform", (string?)person["humanReadable"]!["work"]!["customColumns"]!["column_1700000000001"]);
    }

    [Fact]
    public async Task Changes_and_what_follows_from_them_show_at_once()
    {
        await using var simulator = await Fixture.StartAsync();
        var company = simulator.Company;
        company.AddSite(new Site(2700199, "Bergen", "Bryggen 1", null, "Bergen", null, "5003", "Norway"));
        company.Update(Priya, "work.siteId", 2700199);
        company.Update(Priya, "root.surname", "Olsen");
        company.Update("3700000000000000104", "work.reportsTo", company.Find(Priya));
        company.RenameListItem("department", "263100417", "Foundations");

        var person = await FindAsync(
            simulator, "work.site", "address.siteCity", "root.fullName", "work.isManager", "work.directReports", "work.department");

        Assert.Equal("Bergen", (string?)person["work"]!["site"]);
        Assert.Equal("Bergen", (string?)person["address"]!["siteCity"]);
        Assert.Equal("Priya Olsen", (string?)person["fullName"]);
        Assert.True((bool?)person["work"]!["isManager"]);
        Assert.Equal(1, (int?)person["work"]!["directReports"]);
        Assert.Equal("Foundations", (string?)person["humanReadable"]!["work"]!["department"]);
    }

    [Fact]
    public async Task A_removed_manager_leaves_a_dangling_reference()
    {
        await using var simulator = await Fixture.StartAsync();
        simulator.Company.Remove(Mara);

        var person = await FindAsync(simulator, "work.manager", "work.reportsTo");

        Assert.Equal(Mara, (string?)person["work"]!["manager"]);
        Assert.Equal(Mara, (string?)person["work"]!["reportsTo"]!["id"]);
        Assert.Null(person["work"]!["reportsTo"]!["email"]);
        Assert.Null(person["humanReadable"]!["work"]);
    }

    [Theory]
    [InlineData(DisplayDateFormat.DayMonthYear, "06/09/2021")]
    [InlineData(DisplayDateFormat.MonthDayYear, "09/06/2021")]
    [InlineData(DisplayDateFormat.Iso, "2021-09-06")]
    public async Task Replace_writes_dates_as_the_user_has_set(DisplayDateFormat format, string expected)
    {
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Options.Shapes.DateFormat = format;

        var people = await simulator.EmployeesAsync(
            $$"""{"fields":["root.id","work.startDate"],"humanReadable":"REPLACE","filters":[{"fieldPath":"root.id","operator":"equals","values":["{{Priya}}"]}]}""");

        Assert.Equal(expected, (string?)people[0]!["work"]!["startDate"]);
    }

    [Fact]
    public async Task Documented_shapes_can_be_switched_on()
    {
        await using var simulator = await Fixture.StartAsync();
        var shapes = simulator.Server.Options.Shapes;
        (shapes.WrapsSingleRead, shapes.WrapsFields, shapes.DocumentedLists) = (true, true, true);

        using var single = await simulator.PostAsync("people/" + Priya, """{"fields":["root.id"]}""");

        Assert.Contains("\"employees\"", await single.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.NotNull((await simulator.GetJsonAsync("company/people/fields"))["fields"]);
        Assert.Null((await simulator.GetJsonAsync("company/named-lists")).AsArray()[0]!["values"]);
    }

    [Fact]
    public async Task Profiles_hold_active_people_without_slash_keys()
    {
        await using var simulator = await Fixture.StartAsync();

        var people = (await simulator.GetJsonAsync("profiles"))["employees"]!.AsArray();

        Assert.Equal(2, people.Count);
        Assert.DoesNotContain(people[0]!.AsObject(), member => member.Key.StartsWith('/'));
    }

    [Fact]
    public async Task The_log_tells_what_was_asked()
    {
        await using var simulator = await Fixture.StartAsync();

        await simulator.EmployeesAsync("""{"fields":["root.id"],"showInactive":true,"humanReadable":"APPEND"}""");

        var entry = Assert.Single(simulator.Server.RequestLog.Entries);
        Assert.Equal(
            (SimulatorEndpoint.PeopleSearch, 200, true, "APPEND", false, 5),
            (entry.Endpoint, entry.Status, entry.ShowInactive, entry.HumanReadable, entry.HasFiltersKey, entry.People));
    }

    private static async Task<JsonNode> FindAsync(SimulatorClient simulator, params string[] fields)
    {
        var body = new JsonObject
        {
            ["fields"] = new JsonArray([.. fields.Select(field => (JsonNode)field)]),
            ["humanReadable"] = "APPEND",
            ["filters"] = new JsonArray(new JsonObject { ["fieldPath"] = "root.id", ["operator"] = "equals", ["values"] = new JsonArray(Priya) }),
        };
        return Assert.Single(await simulator.EmployeesAsync(body.ToJsonString()))!;
    }
}
