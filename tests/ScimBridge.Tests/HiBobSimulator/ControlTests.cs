using System.Net;
using ScimBridge.HiBobSimulator;
using Xunit;

namespace ScimBridge.Tests.HiBobSimulator;

public sealed class ControlTests
{
    private const string Priya = "3700000000000000102";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Help_needs_no_credentials_and_is_refused_to_other_hosts()
    {
        await using var simulator = await Fixture.StartAsync();
        simulator.Http.DefaultRequestHeaders.Authorization = null;

        using var help = await simulator.ControlAsync(HttpMethod.Get, "");
        simulator.Http.DefaultRequestHeaders.Host = "rebound.example";
        using var refused = await simulator.ControlAsync(HttpMethod.Get, "");

        Assert.Contains("/_control/people", await help.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_person_can_be_made_changed_replaced_and_removed()
    {
        await using var simulator = await Fixture.StartAsync();

        var made = await simulator.ControlJsonAsync(
            HttpMethod.Post, "/people", """{"root.email":"new@fjordline.example","root.firstName":"Ny","root.surname":"Ansatt"}""", 201);
        var path = "/people/" + (string?)made["root.id"];
        var patched = await simulator.ControlJsonAsync(HttpMethod.Patch, path, $$"""{"work.siteId":2700102,"work.department":"Sales","work.reportsTo":{"id":"{{Priya}}"} }""");
        var replaced = await simulator.ControlJsonAsync(HttpMethod.Put, path, """{"root.email":"b@fjordline.example"}""");
        using var deleted = await simulator.ControlAsync(HttpMethod.Delete, path);
        using var gone = await simulator.ControlAsync(HttpMethod.Get, path);

        Assert.Equal("Ny Ansatt", (string?)made["root.displayName"]);
        Assert.Equal(("Sales", "Porto", Priya), ((string?)patched["work.department"], (string?)patched["work.site"], (string?)patched["work.manager"]));
        Assert.Equal(("b@fjordline.example", null), ((string?)replaced["root.email"], (string?)replaced["work.manager"]));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (deleted.StatusCode, gone.StatusCode));
    }

    [Theory]
    [InlineData("""{"work.squad":"A"}""", "work.squad")]
    [InlineData("""{"work.department":"Atlantis"}""", "Atlantis")]
    [InlineData("""{"work.siteId":"2700101"}""", "integer")]
    [InlineData("""{"work.startDate":"tomorrow"}""", "yyyy-MM-dd")]
    [InlineData("""{"work.site":"Porto"}""", "work.siteId")]
    [InlineData("""{"work.manager":"1"}""", "person")]
    [InlineData("""{"root.id":"1"}""", "id")]
    [InlineData("[]", "object")]
    [InlineData("nonsense", "JSON")]
    public async Task A_wrong_change_is_refused_with_its_reason(string body, string reason)
    {
        await using var simulator = await Fixture.StartAsync();

        var answer = await simulator.ControlJsonAsync(HttpMethod.Patch, "/people/" + Priya, body, 400);

        Assert.Contains(reason, (string?)answer["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Force_sets_odd_values()
    {
        await using var simulator = await Fixture.StartAsync();

        await simulator.ControlJsonAsync(HttpMethod.Patch, $"/people/{Priya}?force=true", """{"internal.lifecycleStatus":"On the moon"}""");

        Assert.Equal("On the moon", simulator.Company.Find(Priya)!.LifecycleStatus);
    }

    [Fact]
    public async Task People_are_listed_by_page()
    {
        await using var simulator = await Fixture.StartAsync();

        var page = await simulator.ControlJsonAsync(HttpMethod.Get, "/people?skip=1&take=2");

        Assert.Equal(5, (int?)page["total"]);
        Assert.Equal(Priya, (string?)page["people"]![0]!["root.id"]);
        Assert.Equal(2, page["people"]!.AsArray().Count);
    }

    [Fact]
    public async Task Permissions_clock_and_lists_can_be_set()
    {
        await using var simulator = await Fixture.StartAsync();

        await simulator.ControlJsonAsync(HttpMethod.Put, "/permissions", """{"categories":["root"],"audienceStatuses":["employed"]}""");
        var clock = await simulator.ControlJsonAsync(HttpMethod.Post, "/clock", """{"set":"2027-02-27","advanceDays":2}""");
        await simulator.ControlJsonAsync(HttpMethod.Put, "/lists/department/263100417", """{"name":"Foundations"}""");
        await simulator.ControlJsonAsync(HttpMethod.Put, "/lists/site/2700103", """{"name":"Bodø"}""");
        using var unknown = await simulator.ControlAsync(HttpMethod.Put, "/permissions", """{"categories":["salary"]}""");

        Assert.Equal(["root"], simulator.Server.Permissions.Categories);
        Assert.Equal("2027-03-01", (string?)clock["today"]);
        Assert.Equal("employed", simulator.Company.Find("3700000000000000103")!.LifecycleStatus);
        Assert.Equal("Foundations", simulator.Company.FindList("department")!.Find("263100417")!.Name);
        Assert.Equal("Bodø", simulator.Company.FindList("site")!.Find(2700103)!.Name);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task Faults_can_be_armed_and_cleared()
    {
        await using var simulator = await Fixture.StartAsync();

        await simulator.ControlJsonAsync(
            HttpMethod.Put, "/faults", """[{"kind":"status","statusCode":502,"endpoint":"peopleSearch"},{"kind":"withoutCategory","categoryId":"work"}]""");
        using var struck = await simulator.SearchAsync();
        using var cleared = await simulator.ControlAsync(HttpMethod.Delete, "/faults");
        using var fine = await simulator.SearchAsync();
        using var wrong = await simulator.ControlAsync(HttpMethod.Put, "/faults", """{"kind":"earthquake"}""");
        var requests = await simulator.ControlJsonAsync(HttpMethod.Get, "/requests");

        Assert.Equal((HttpStatusCode.BadGateway, HttpStatusCode.OK), (struck.StatusCode, fine.StatusCode));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.BadRequest), (cleared.StatusCode, wrong.StatusCode));
        Assert.Equal(2, (int?)requests["peopleSearch"]);
    }

    [Fact]
    public void The_command_line_sets_every_option()
    {
        var options = SimulatorArguments.Parse(
            [
                "--people", "20", "--port", "0", "--seed", "5", "--as-of", "2026-01-31", "--service-user", "SERVICE-9", "--token", "t",
                "--rate-limit", "3", "--date-format", "mdy", "--set", "gzip=true", "--set", "mostPeoplePerRead=100",
            ]);

        Assert.Equal((20, 0, 5, new DateOnly(2026, 1, 31)), (options.People, options.Port, options.Seed, options.ReferenceDate));
        Assert.Equal(("SERVICE-9", "t", 3), (options.ServiceUserId, options.Token, options.RateLimitPerMinute));
        Assert.Equal(DisplayDateFormat.MonthDayYear, options.Shapes.DateFormat);
        Assert.Equal([new("gzip", "true"), new("mostPeoplePerRead", "100")], options.Switches);
        Assert.Throws<FormatException>(() => SimulatorArguments.Parse(["--set", "gzip"]));
        Assert.Throws<FormatException>(() => SimulatorArguments.Parse(["--people", "many"]));
        Assert.Throws<FormatException>(() => SimulatorArguments.Parse(["--colour", "red"]));
    }
}
