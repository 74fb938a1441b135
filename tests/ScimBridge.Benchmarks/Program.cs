using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ScimBridge.Benchmarks;
using ScimBridge.Protocol.Filtering;

if (args is [BareServer.Verb, .. var rest])
{
    await BareServer.RunAsync(rest);
    return 0;
}

// As it is installed: a build that is run where it was made also looks for changed files of the pages on every request.
var published = Path.Combine(AppContext.BaseDirectory, "server", "ScimBridge.dll");

const string Token = "benchmark-token-0123456789abcdef0123456789abcdef";
const string PublicUrl = "https://bridge.example";
const string ApiKey = "benchmark-api-key-0123456789abcdef0123456789";
const int Connections = 8;
const int Rounds = 3;
var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
var part = args.Length > 1 ? args[1] : "";

var folder = Directory.CreateTempSubdirectory("scimbridge-benchmark-");
try
{
    var database = Path.Combine(folder.FullName, "scimbridge.db");
    await using var hiBob = await BenchmarkData.StartHiBobAsync();
    using var server = ServerProcess.Start(published, Settings(hiBob.BaseUrl, hiBob.Options.ServiceUserId, hiBob.Options.Token, database), _ => []);
    await server.WaitAsync();
    using var client = BenchmarkData.Client(server.Address, Token);
    await SyncedAsync(client, "Users?count=0", HttpStatusCode.OK);
    var before = (string)(await BenchmarkData.GetAsync(client, "Users?count=1"))["Resources"]![0]!["meta"]!["lastModified"]!;

    BenchmarkData.Change(hiBob);
    await SyncAsync(server.Address);
    await SyncedAsync(client, BenchmarkData.Filter($"meta.lastModified gt \"{before}\""), HttpStatusCode.OK, BenchmarkData.Changed);
    var person = (await BenchmarkData.GetAsync(client, "Users?startIndex=5000&count=1"))["Resources"]![0]!;
    var namePart = ((string)person["name"]!["familyName"]!)[..4];
    var scenarios = await BenchmarkData.ScenariosAsync(client, namePart, before);

    using var bare = ServerProcess.Start(typeof(BareServer).Assembly.Location, new Dictionary<string, string>(), address =>
    [
        BareServer.Verb, database, $"{PublicUrl}/scim/v2", address, ComparisonKey.Of(namePart),
        DateTimeOffset.Parse(before, CultureInfo.InvariantCulture).UtcTicks.ToString(CultureInfo.InvariantCulture),
    ]);
    await bare.WaitAsync();
    using var bareClient = BenchmarkData.Client(bare.Address, Token);

    Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {BenchmarkData.People:N0} users, {Connections} connections, {Rounds} rounds of {seconds} s each, in turn; ScimBridge and the bare server share the machine with wrk.");
    Console.WriteLine();
    Console.WriteLine("| Request | bytes | ScimBridge /s | p99 ms | bare /s | p99 ms | ratio |");
    Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
    var load = new LoadGenerator(Connections, TimeSpan.FromSeconds(seconds));
    var worst = double.MaxValue;
    foreach (var scenario in scenarios.Where(scenario => scenario.Name.Contains(part, StringComparison.OrdinalIgnoreCase)))
    {
        var headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer {Token}" };
        var bytes = await SameBytesAsync(client, bareClient, scenario);
        if (scenario.IsPoll)
        {
            using var response = await client.GetAsync(new Uri(scenario.Paths[0], UriKind.Relative));
            headers["If-None-Match"] = response.Headers.ETag!.ToString();
        }

        // In turn, so that whatever else the machine does meets both; the first round warms both up.
        var (ours, theirs) = (new List<Measurement>(), new List<Measurement>());
        var paths = scenario.Paths.Select(path => $"/scim/v2/{path}").ToList();
        for (var round = 0; round <= Rounds; round++)
        {
            ours.Add(await load.RunAsync(server.Address, paths, headers));
            theirs.Add(await load.RunAsync(bare.Address, paths, headers));
        }

        var (our, their) = (Median(ours.Skip(1)), Median(theirs.Skip(1)));
        var ratio = our.PerSecond / their.PerSecond;
        worst = Math.Min(worst, ratio);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {scenario.Name} | {bytes:N0} | {our.PerSecond:N0} | {our.P99.TotalMilliseconds:F1} | {their.PerSecond:N0} | {their.P99.TotalMilliseconds:F1} | {ratio:F2} |"));
    }

    Console.WriteLine();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The lowest ratio is {worst:F2}; the bar is 0.70."));
    return worst >= 0.7 ? 0 : 1;
}
finally
{
    folder.Delete(recursive: true);
}

static Dictionary<string, string> Settings(Uri hiBob, string serviceUserId, string hiBobToken, string database) => new()
{
    ["ASPNETCORE_ENVIRONMENT"] = "Benchmark",
    ["PublicUrl"] = PublicUrl,
    ["Storage__ConnectionString"] = $"Data Source={database}",
    ["Secrets__Key"] = Convert.ToBase64String(new byte[32]),
    ["Admin__ApiKey"] = ApiKey,
    ["Admin__Password"] = "benchmark password of nobody",
    ["HiBob__AllowedHosts__0"] = hiBob.Authority,
    ["Directories__0__Key"] = "benchmark",
    ["Directories__0__HiBob__BaseUrl"] = hiBob.AbsoluteUri,
    ["Directories__0__HiBob__ServiceUserId"] = serviceUserId,
    ["Directories__0__HiBob__Token"] = hiBobToken,
    ["Directories__0__ScimTokens__0"] = Token,
};

static async Task SyncAsync(Uri server)
{
    using var admin = new HttpClient { BaseAddress = server };
    admin.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiKey);
    using var response = await admin.PostAsync(new Uri("api/v1/directories/benchmark/syncs", UriKind.Relative), null);
    response.EnsureSuccessStatusCode();
}

static async Task SyncedAsync(HttpClient client, string path, HttpStatusCode wanted, int? total = null)
{
    for (var until = DateTime.UtcNow.AddMinutes(3); ; await Task.Delay(500))
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        var isThere = response.StatusCode == wanted && (total is null || (int)(await BenchmarkData.GetAsync(client, path))["totalResults"]! == total);
        if (isThere)
        {
            return;
        }

        if (DateTime.UtcNow > until)
        {
            throw new TimeoutException($"{path} is still {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }
    }
}

static async Task<int> SameBytesAsync(HttpClient client, HttpClient bare, Scenario scenario)
{
    var length = 0;
    foreach (var path in scenario.Paths.Take(20))
    {
        using var ourAnswer = await client.GetAsync(new Uri(path, UriKind.Relative));
        using var theirAnswer = await bare.GetAsync(new Uri(path, UriKind.Relative));
        var (ours, theirs) = (await ourAnswer.Content.ReadAsByteArrayAsync(), await theirAnswer.Content.ReadAsByteArrayAsync());
        if (!ours.AsSpan().SequenceEqual(theirs))
        {
            throw new InvalidOperationException($"The bare server answers {path} otherwise:\n{Encoding.UTF8.GetString(ours)[..300]}\n{Encoding.UTF8.GetString(theirs)[..300]}");
        }

        var (ourHeaders, theirHeaders) = (Headers(ourAnswer), Headers(theirAnswer));
        if (ourHeaders != theirHeaders)
        {
            throw new InvalidOperationException($"The bare server answers {path} with other headers:\n{ourHeaders}\n{theirHeaders}");
        }

        length = ours.Length;
    }

    return scenario.IsPoll ? 0 : length;
}

// All that is sent before the body, but for the moment and for what the tag of a list says: the bare server makes none.
static string Headers(HttpResponseMessage answer) => string.Join('\n', answer.Headers.Concat(answer.Content.Headers)
    .Where(header => header.Key != "Date")
    .Select(header => $"{header.Key}: {(header.Key == "ETag" ? header.Value.Single().Length : string.Join(',', header.Value))}")
    .Order(StringComparer.Ordinal));

static Measurement Median(IEnumerable<Measurement> measurements)
{
    var sorted = measurements.OrderBy(measurement => measurement.PerSecond).ToList();
    return sorted[sorted.Count / 2];
}
