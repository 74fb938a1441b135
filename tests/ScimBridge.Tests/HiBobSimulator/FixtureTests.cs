using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ScimBridge.HiBobSimulator;
using Xunit;

namespace ScimBridge.Tests.HiBobSimulator;

public sealed class FixtureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // The fixtures show some of the company's people, so each of theirs must be among ours, equal in every key.
    [Theory]
    [InlineData("machine", 5)]
    [InlineData("machineDefaultActiveOnly", 2)]
    [InlineData("append", 5)]
    [InlineData("replace", 2)]
    [InlineData("missingPermissions", 5)]
    [InlineData("unknownField", 2)]
    [InlineData("filterById", 2)]
    [InlineData("noAudience", 0)]
    public async Task A_search_answers_as_the_fixture_does(string name, int people)
    {
        await using var simulator = await Fixture.StartAsync();
        var exchange = Fixture.Load("people-search.json")[name]!;
        if (name == "missingPermissions")
        {
            simulator.Server.Permissions.Categories = new HashSet<string> { "root", "work" };
        }

        if (name == "noAudience")
        {
            simulator.Server.Permissions.AudienceStatuses = new HashSet<string>();
        }

        var employees = await simulator.EmployeesAsync(exchange["request"]!["body"]!.ToJsonString());

        Assert.Equal(people, employees.Count);
        foreach (var expected in exchange["response"]!["body"]!["employees"]!.AsArray())
        {
            AssertEqual(expected, employees.Single(employee => (string?)employee!["id"] == (string?)expected!["id"]));
        }
    }

    [Theory]
    [InlineData("3700000000000000102")]
    [InlineData("priya.natarajan%40fjordline.example")]
    public async Task A_single_read_answers_the_bare_person(string identifier)
    {
        await using var simulator = await Fixture.StartAsync();
        var exchange = Fixture.Load("people-search.json")["single"]!;

        using var response = await simulator.PostAsync("people/" + identifier, exchange["request"]!["body"]!.ToJsonString());

        AssertEqual(exchange["response"]!["body"], await response.Content.ReadFromJsonAsync<JsonNode>(Ct));
    }

    [Fact]
    public async Task Every_field_of_the_fixture_is_described_alike()
    {
        await using var simulator = await Fixture.StartAsync();

        var fields = (await simulator.GetJsonAsync("company/people/fields")).AsArray();

        foreach (var expected in Fixture.Load("metadata.json")["GET /v1/company/people/fields"]!["body"]!.AsArray())
        {
            AssertEqual(expected, fields.Single(field => (string?)field!["id"] == (string?)expected!["id"]));
        }
    }

    [Fact]
    public async Task All_lists_are_one_object_keyed_by_name()
    {
        await using var simulator = await Fixture.StartAsync();

        var lists = await simulator.GetJsonAsync("company/named-lists");

        foreach (var (name, expected) in Fixture.Load("metadata.json")["GET /v1/company/named-lists"]!["body"]!.AsObject())
        {
            AssertEqual(expected, lists[name]);
        }
    }

    [Theory]
    [InlineData("department")]
    [InlineData("department?includeArchived=true")]
    [InlineData("site")]
    public async Task One_list_answers_as_the_fixture_does(string name)
    {
        await using var simulator = await Fixture.StartAsync();
        var expected = Fixture.Load("metadata.json")["GET /v1/company/named-lists/" + name]!["body"];

        AssertEqual(expected, await simulator.GetJsonAsync("company/named-lists/" + name));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("payrollEmploymentType")]
    [InlineData("employmentstatus")]
    [InlineData("lifecycleStatus")]
    [InlineData("status")]
    public async Task Other_lists_answer_as_the_fixture_does(string name)
    {
        await using var simulator = await Fixture.StartAsync();

        AssertEqual(Fixture.Load("metadata.json")["otherLists"]![name], await simulator.GetJsonAsync("company/named-lists/" + name));
    }

    [Theory]
    [InlineData("filtersEmptyArray", """{"fields":["root.id"],"filters":[]}""")]
    [InlineData("filterBadPath", """{"filters":[{"fieldPath":"work.department","operator":"equals","values":["Sales"]}]}""")]
    [InlineData("tooManyFields", null)]
    [InlineData("unauthorized", "{}")]
    [InlineData("forbidden", "{}")]
    [InlineData("employeeNotFound", "{}")]
    [InlineData("listNotFound", null)]
    [InlineData("wrongPathHtml", null)]
    [InlineData("getWithContentType", null)]
    [InlineData("tooManyRequests", "{}")]
    public async Task An_error_answers_as_the_fixture_does(string name, string? body)
    {
        await using var simulator = await Fixture.StartAsync();
        var expected = Fixture.Load("errors.json")[name]!;

        using var response = await ProvokeAsync(simulator, name, body);

        Assert.Equal((int)expected["status"]!, (int)response.StatusCode);
        var text = await response.Content.ReadAsStringAsync(Ct);
        if (expected["body"] is { } json)
        {
            AssertEqual(json, JsonNode.Parse(text));
        }
        else
        {
            Assert.Equal((string?)expected["bodyText"] ?? "", text);
        }

        Assert.Equal((string?)expected["headers"]!["Content-Type"], response.Content.Headers.ContentType?.ToString());
        foreach (var (header, _) in expected["headers"]!.AsObject().Where(header => header.Key != "Content-Type"))
        {
            Assert.True(response.Headers.Contains(header), header);
        }
    }

    private static async Task<HttpResponseMessage> ProvokeAsync(SimulatorClient simulator, string name, string? body)
    {
        switch (name)
        {
            case "tooManyFields":
                return await simulator.SearchAsync(new JsonObject
                {
                    ["fields"] = new JsonArray([.. Enumerable.Range(0, 401).Select(number => (JsonNode)$"x.{number}")]),
                }.ToJsonString());
            case "unauthorized":
                simulator.Http.DefaultRequestHeaders.Authorization = null;
                break;
            case "forbidden":
                simulator.Server.Permissions.InGroup = false;
                break;
            case "tooManyRequests":
                simulator.Server.Faults.Add(SimulatorFault.Status(429));
                break;
            case "employeeNotFound":
                return await simulator.PostAsync("people/3700000000000000999", "{}");
            case "listNotFound":
                return await simulator.Http.GetAsync("company/named-lists/Department", Ct);
            case "wrongPathHtml":
                return await simulator.Http.GetAsync("peopl/search", Ct);
            case "getWithContentType":
                simulator.Server.Options.Shapes.RefusesGetWithContentType = true;
                using (var request = new HttpRequestMessage(HttpMethod.Get, "company/named-lists"))
                {
                    request.Content = new StringContent("", null, "application/json");
                    return await simulator.Http.SendAsync(request, Ct);
                }
        }

        return await simulator.SearchAsync(body ?? "{}");
    }

    private static void AssertEqual(JsonNode? expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"Expected:\n{expected}\nActual:\n{actual}");
}
