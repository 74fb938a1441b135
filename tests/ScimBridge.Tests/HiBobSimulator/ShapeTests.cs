using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace ScimBridge.Tests.HiBobSimulator;

public sealed class ShapeTests
{
    private const string Mara = "3700000000000000101";
    private const string Priya = "3700000000000000102";
    private const string Lena = "3700000000000000104";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_single_read_can_come_under_employee()
    {
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Options.Shapes.WrapsSingleReadAsEmployee = true;

        using var response = await simulator.PostAsync("people/" + Lena, """{"fields":["root.id"]}""");

        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!;
        Assert.Equal(Lena, (string?)body["employee"]!["id"]);
    }

    [Fact]
    public async Task A_sandbox_has_a_suffix_on_every_email()
    {
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Options.Shapes.SandboxEmails = true;

        using var single = await simulator.PostAsync(
            "people/priya.natarajan%40fjordline.example.sbx", """{"fields":["root.email","work.reportsTo"],"humanReadable":"APPEND"}""");
        var person = JsonNode.Parse(await single.Content.ReadAsStringAsync(Ct))!;
        using var unsuffixed = await simulator.PostAsync("people/priya.natarajan%40fjordline.example", "{}");

        Assert.Equal("priya.natarajan@fjordline.example.sbx", (string?)person["email"]);
        Assert.Equal("priya.natarajan@fjordline.example.sbx", (string?)person["humanReadable"]!["email"]);
        Assert.Equal("mara.olsen@fjordline.example.sbx", (string?)person["work"]!["reportsTo"]!["email"]);
        Assert.Equal(HttpStatusCode.NotFound, unsuffixed.StatusCode);
    }

    [Fact]
    public async Task Lifecycle_statuses_can_be_spelled_as_people_read_them()
    {
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Options.Shapes.DisplayLifecycleIds = true;

        var people = await simulator.EmployeesAsync("""{"fields":["root.id","internal.lifecycleStatus"],"showInactive":true,"humanReadable":"APPEND"}""");
        var list = await simulator.GetJsonAsync("company/named-lists/lifecycleStatus");

        Assert.Equal("Garden leave", (string?)people[3]!["internal"]!["lifecycleStatus"]);
        Assert.Equal("Garden leave", (string?)people[3]!["humanReadable"]!["internal"]!["lifecycleStatus"]);
        Assert.Contains(list["values"]!.AsArray(), item => (string?)item!["id"] == "Garden leave");
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task An_email_filter_can_match_case(bool matchesCase, int found)
    {
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Options.Shapes.EmailFilterMatchesCase = matchesCase;

        var people = await simulator.EmployeesAsync(
            """{"filters":[{"fieldPath":"root.email","operator":"equals","values":["Priya.Natarajan@Fjordline.example"]}]}""");

        Assert.Equal(found, people.Count);
    }

    [Fact]
    public async Task People_can_come_in_the_opposite_order()
    {
        await using var simulator = await Fixture.StartAsync();
        var before = await IdsAsync(simulator);

        simulator.Server.Options.Shapes.ReversesPeople = true;

        Assert.Equal(before.Reverse(), await IdsAsync(simulator));
    }

    [Fact]
    public async Task Errors_can_come_without_a_body()
    {
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Options.Shapes.EmptyErrorBodies = true;

        using var response = await simulator.SearchAsync("""{"filters":[]}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task Named_lists_can_be_forbidden_while_people_are_not()
    {
        await using var simulator = await Fixture.StartAsync();
        simulator.Server.Permissions.CanReadNamedLists = false;

        using var all = await simulator.Http.GetAsync("company/named-lists", Ct);
        using var one = await simulator.Http.GetAsync("company/named-lists/department", Ct);
        using var people = await simulator.SearchAsync();
        simulator.Server.Permissions.GrantAll();
        using var again = await simulator.Http.GetAsync("company/named-lists", Ct);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (all.StatusCode, one.StatusCode));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (people.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task An_empty_list_of_several_items_is_an_array_without_a_slash_key()
    {
        await using var simulator = await Fixture.StartAsync();

        var machine = (await simulator.EmployeesAsync("""{"fields":["root.id","about.hobbies"],"humanReadable":"APPEND"}"""))[0]!;
        var replaced = (await simulator.EmployeesAsync("""{"fields":["root.id","about.hobbies"],"humanReadable":"REPLACE"}"""))[0]!;

        Assert.Equal("[]", machine["about"]!["hobbies"]!.ToJsonString());
        Assert.Null(machine["/about/hobbies"]);
        Assert.Null(machine["humanReadable"]!["about"]);
        Assert.Equal("", (string?)replaced["about"]!["hobbies"]);
    }

    [Fact]
    public async Task Garden_leave_can_keep_access()
    {
        await using var simulator = await Fixture.StartAsync();
        Assert.Equal(("garden leave", "Inactive"), (simulator.Company.Find(Lena)!.LifecycleStatus, simulator.Company.Find(Lena)!.Status));

        simulator.Company.GardenLeaveKeepsAccess = true;

        Assert.Equal("Active", simulator.Company.Find(Lena)!.Status);
    }

    [Fact]
    public async Task Odd_people_can_be_made()
    {
        await using var simulator = await Fixture.StartAsync();
        var company = simulator.Company;
        company.Update(Mara, "work.manager", Priya);
        company.Update(Mara, ("root.email", null), ("root.displayName", new string('x', 5_000)), ("work.startDate", "soon"), ("work.department", "2030"));
        company.Update(Lena, ("root.email", "priya.natarajan@fjordline.example"), ("internal.lifecycleStatus", "On the moon"));

        var people = await simulator.EmployeesAsync(
            """{"fields":["root.id","root.email","root.displayName","work.manager","work.startDate","work.department","work.tenureDuration","internal.lifecycleStatus"],"showInactive":true,"humanReadable":"APPEND"}""");

        Assert.Equal((Priya, Mara), ((string?)people[0]!["work"]!["manager"], (string?)people[1]!["work"]!["manager"]));
        Assert.Equal((5_000, "soon", "2030"), (((string)people[0]!["displayName"]!).Length, (string?)people[0]!["work"]!["startDate"], (string?)people[0]!["work"]!["department"]));
        Assert.True(people[0]!.AsObject().ContainsKey("email"));
        Assert.Null(people[0]!["email"]);
        Assert.Equal((string?)people[1]!["email"], (string?)people[3]!["email"]);
        Assert.Equal("On the moon", (string?)people[3]!["internal"]!["lifecycleStatus"]);
    }

    private static async Task<string[]> IdsAsync(SimulatorClient simulator) =>
        [.. (await simulator.EmployeesAsync("""{"fields":["root.id"],"showInactive":true}""")).Select(person => (string)person!["id"]!)];
}
