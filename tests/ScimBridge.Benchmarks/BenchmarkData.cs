using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ScimBridge.HiBobSimulator;

namespace ScimBridge.Benchmarks;

/// <summary>The company that is served: 10,000 people, one department of 1,000, and 100 people who changed last.</summary>
internal static class BenchmarkData
{
    /// <summary>How many people there are.</summary>
    public const int People = 10_000;

    /// <summary>How many people the one department has.</summary>
    public const int Members = 1_000;

    /// <summary>How many people changed in the second sync.</summary>
    public const int Changed = 100;

    private const string Department = "benchmark";

    /// <summary>Makes the company.</summary>
    public static async Task<HiBobSimulatorServer> StartHiBobAsync()
    {
        var hiBob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = People, RateLimitPerMinute = 0 }, CancellationToken.None);
        hiBob.Company.AddListItem("department", Department, "Benchmark");
        foreach (var person in hiBob.Company.People.Take(Members))
        {
            hiBob.Company.Update(person.Id, "work.department", Department);
        }

        return hiBob;
    }

    /// <summary>Changes some people, who then are in no changed group.</summary>
    public static void Change(HiBobSimulatorServer hiBob)
    {
        foreach (var person in hiBob.Company.People.TakeLast(Changed))
        {
            hiBob.Company.Update(person.Id, "work.title", "Changed");
        }
    }

    /// <summary>Gets a document from the server.</summary>
    public static async Task<JsonNode> GetAsync(HttpClient client, string path) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    /// <summary>The filter's value, escaped for a URL.</summary>
    public static string Filter(string filter) => $"Users?filter={Uri.EscapeDataString(filter)}";

    /// <summary>The scenarios over what the server serves.</summary>
    public static async Task<IReadOnlyList<Scenario>> ScenariosAsync(HttpClient client, string namePart, string moment)
    {
        var people = (await GetAsync(client, "Users?count=1000&attributes=userName"))["Resources"]!.AsArray();
        var group = (string)(await GetAsync(client, "Groups?filter=displayName%20eq%20%22Benchmark%22&attributes=id"))["Resources"]![0]!["id"]!;
        return
        [
            new Scenario("GET by id", [.. people.Select(user => $"Users/{(string)user!["id"]!}")]),
            new Scenario("userName eq", [.. people.Select(user => Filter($"userName eq \"{(string)user!["userName"]!}\""))]),
            new Scenario("first page of 100", ["Users"]),
            new Scenario("page at 9,901", ["Users?startIndex=9901"]),
            new Scenario("familyName co", [Filter($"name.familyName co \"{namePart}\"")]),
            new Scenario("lastModified gt", [Filter($"meta.lastModified gt \"{moment}\"")]),
            new Scenario("group of 1,000 members", [$"Groups/{group}"]),
            new Scenario("idle poll", ["Users"], IsPoll: true),
            new Scenario("walk of all pages", [.. Enumerable.Range(0, People / 100).Select(page => $"Users?startIndex={(page * 100) + 1}&count=100")]),
        ];
    }

    /// <summary>A client of a server's SCIM endpoints.</summary>
    public static HttpClient Client(Uri server, string token)
    {
        var client = new HttpClient { BaseAddress = new Uri(server, "scim/v2/"), Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
