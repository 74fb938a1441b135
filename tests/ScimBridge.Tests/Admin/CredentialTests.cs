using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.Directories;
using ScimBridge.Tests.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin;

/// <summary>Credentials are checked when they are entered, and only good ones are kept.</summary>
public sealed class CredentialTests
{
    private static readonly Dictionary<string, (string Step, Action<HiBobSimulatorServer>? Break, object? Entered)> Faults = new(StringComparer.Ordinal)
    {
        ["a wrong token"] = ("credentials", null, new { serviceUserId = "SERVICE-1234", token = "wrong-token-of-some-length" }),
        ["a wrong id"] = ("credentials", null, new { serviceUserId = "SERVICE-9999", token = "a-long-enough-token-wxyz" }),
        ["no token"] = ("credentials", null, new { serviceUserId = "SERVICE-1234" }),
        ["an id with a colon"] = ("credentials", null, new { serviceUserId = "a:b", token = "a-long-enough-token-wxyz" }),
        ["no permission group"] = ("permission_group", hibob => hibob.Permissions.InGroup = false, null),
        ["an empty audience"] = ("audience", hibob => hibob.Permissions.AudienceIds = new HashSet<string>(), null),
        ["no lifecycle section"] = ("lifecycle", hibob => hibob.Permissions.RemoveCategories("lifecycle"), null),
        ["a host that may not be read"] = ("address", null, new { serviceUserId = "SERVICE-1234", token = "a-long-enough-token-wxyz", baseUrl = "https://elsewhere.example/v1" }),
        ["no URL"] = ("address", null, new { serviceUserId = "SERVICE-1234", token = "a-long-enough-token-wxyz", baseUrl = "v1" }),
        ["a web page"] = ("connection", hibob => hibob.Faults.Add(SimulatorFault.Html()), null),
        ["a broken HiBob"] = ("connection", hibob => hibob.Faults.Add(SimulatorFault.Status(500)), null),
    };

    public static IEnumerable<TheoryDataRow<string, string>> Cases => Databases.With(Faults.Keys);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Cases))]
    public async Task What_fails_is_said_with_its_step_and_nothing_is_stored(string provider, string fault)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider, realTime: true, settings: LinkingScenario.Hasty);
        await scenario.MakeAsync("acme");
        var (step, breakIt, entered) = Faults[fault];
        breakIt?.Invoke(scenario.HiBob);
        entered ??= new { serviceUserId = scenario.HiBob.Options.ServiceUserId, token = scenario.HiBob.Options.Token };

        using var refused = await scenario.Api.PutAsJsonAsync("directories/acme/credentials", entered, Ct);
        using var looked = await scenario.Api.PostAsJsonAsync("directories/acme/credentials/check", entered, Ct);

        var problem = await refused.ShouldBeProblemAsync(422, "Nothing was stored");
        Assert.Equal(step, problem.GetProperty("step").GetString());
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("problem").GetString()));
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("advice").GetString()));
        Assert.DoesNotContain("token-wxyz", problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-token", problem.GetRawText(), StringComparison.Ordinal);
        var check = await looked.ShouldBeAsync(200);
        Assert.False(check.GetProperty("passed").GetBoolean());
        Assert.Equal((step, "failed"), Last(check));
        Assert.All(check.GetProperty("steps").EnumerateArray().SkipLast(1), passed => Assert.Equal("passed", passed.GetProperty("result").GetString()));
        var directory = await scenario.DirectoryAsync("acme");
        Assert.Equal("unlinked", directory.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, directory.GetProperty("hiBob").GetProperty("serviceUserId").ValueKind);
        Assert.Equal(["credentials.check", "credentials.refused", "directory.create"], await scenario.AuditAsync("acme"));
        Assert.DoesNotContain("SERVICE-", await scenario.Api.GetStringAsync("audit", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_listening_is_said_with_its_step()
    {
        await using var scenario = await LinkingScenario.StartAsync(Databases.Sqlite, realTime: true, settings: LinkingScenario.Hasty);
        await scenario.MakeAsync("acme");
        await scenario.HiBob.DisposeAsync();

        using var refused = await scenario.Api.PutAsJsonAsync("directories/acme/credentials", new { serviceUserId = "SERVICE-1234", token = "x" }, Ct);

        Assert.Equal("connection", (await refused.ShouldBeProblemAsync(422, "No connection")).GetProperty("step").GetString());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Good_credentials_link_the_directory_and_are_never_shown_again(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        await scenario.MakeAsync("acme");

        var linked = await scenario.LinkAsync("acme");

        Assert.Equal(("passed", "warning"), (Result(linked, "lifecycle"), Result(linked, "leavers")));
        var runId = linked.GetProperty("runId").GetGuid();
        var directory = await scenario.DirectoryAsync("acme");
        var hiBob = directory.GetProperty("hiBob");
        Assert.Equal(("SERVICE-1234", "wxyz"), (hiBob.GetProperty("serviceUserId").GetString(), hiBob.GetProperty("tokenHint").GetString()));
        Assert.Equal(scenario.Time.GetUtcNow(), hiBob.GetProperty("credentialsSetAt").GetDateTimeOffset());
        Assert.Equal("validating", directory.GetProperty("state").GetString());
        Assert.Equal(scenario.Time.GetUtcNow(), directory.GetProperty("stateSince").GetDateTimeOffset());
        foreach (var path in (string[])["directories/acme", "directories", "directories/acme/events", "audit?count=200", $"directories/acme/syncs/{runId}"])
        {
            Assert.DoesNotContain("token-wxyz", await scenario.Api.GetStringAsync(path, Ct), StringComparison.Ordinal);
        }

        Assert.NotEqual(SyncOutcome.Failed, (await scenario.App.SyncAsync("acme", Ct)).Outcome);
        var read = await scenario.DirectoryAsync("acme");
        Assert.Equal("linked", read.GetProperty("state").GetString());
        Assert.Equal(scenario.Time.GetUtcNow(), read.GetProperty("stateSince").GetDateTimeOffset());
        using var stored = await scenario.Api.PostAsync("directories/acme/credentials/check", null, Ct);
        Assert.True((await stored.ShouldBeAsync(200)).GetProperty("passed").GetBoolean());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Replaced_credentials_forget_what_was_wrong_with_the_old_ones(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        await scenario.ReadAsync("acme");
        scenario.HiBob.Faults.Add(SimulatorFault.Status(401));
        scenario.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("invalid_credentials", (await scenario.App.SyncAsync("acme", Ct)).ErrorReason);
        Assert.Equal("invalid_credentials", (await scenario.DirectoryAsync("acme")).GetProperty("state").GetString());
        scenario.HiBob.Faults.Clear();
        scenario.Time.Advance(TimeSpan.FromMinutes(1));

        await scenario.LinkAsync("acme");

        var directory = await scenario.DirectoryAsync("acme");
        Assert.Equal(
            ("validating", 0, JsonValueKind.Null),
            (directory.GetProperty("state").GetString(), directory.GetProperty("failuresInARow").GetInt32(), directory.GetProperty("backedOffUntil").ValueKind));
        Assert.Equal(6, directory.GetProperty("counts").GetProperty("users").GetInt32());
        scenario.Time.Advance(TimeSpan.FromMinutes(1));
        await scenario.App.SyncAsync("acme", Ct);
        Assert.Equal("linked", (await scenario.DirectoryAsync("acme")).GetProperty("state").GetString());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_run_that_began_with_the_old_credentials_says_nothing_about_the_new_ones(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        await scenario.ReadAsync("acme");
        var id = await scenario.App.DirectoryAsync("acme", Ct);
        var runs = scenario.App.Services.GetRequiredService<SyncRunStore>();
        scenario.Time.Advance(TimeSpan.FromMinutes(1));
        await runs.RequestAsync(id, SyncTrigger.Api, Ct);
        var old = await runs.TryStartAsync(id, Ct);
        scenario.Time.Advance(TimeSpan.FromSeconds(1));
        await scenario.LinkAsync("acme");
        scenario.HiBob.Faults.Add(SimulatorFault.Status(401));

        await scenario.App.Services.GetRequiredService<ScimBridge.Sync.DirectorySync>().RunAsync(old, Ct);

        var directory = await scenario.DirectoryAsync("acme");
        Assert.Equal(("validating", 0), (directory.GetProperty("state").GetString(), directory.GetProperty("failuresInARow").GetInt32()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_unlinked_directory_is_served_on_and_has_no_schedule(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        var token = await scenario.ReadAsync("acme");
        Assert.Contains("directory:acme", scenario.JobIds());
        scenario.Time.Advance(TimeSpan.FromMinutes(1));

        using var removed = await scenario.SendAsync(HttpMethod.Delete, "directories/acme/credentials", null, tag: null);

        await removed.ShouldBeAsync(204);
        var directory = await scenario.DirectoryAsync("acme");
        Assert.Equal("unlinked", directory.GetProperty("state").GetString());
        Assert.Equal(scenario.Time.GetUtcNow(), directory.GetProperty("stateSince").GetDateTimeOffset());
        Assert.Equal(JsonValueKind.Null, directory.GetProperty("hiBob").GetProperty("tokenHint").ValueKind);
        Assert.DoesNotContain("directory:acme", scenario.JobIds());
        using var scim = scenario.App.Bearing(token, "/scim/v2/");
        Assert.Equal(200, await scim.StatusAsync("Users"));
        using var check = await scenario.Api.PostAsync("directories/acme/credentials/check", null, Ct);
        Assert.Equal(("credentials", "failed"), Last(await check.ShouldBeAsync(200)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Sections_that_are_hidden_are_a_warning(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        await scenario.MakeAsync("acme");
        SmallCompany.Add(scenario.HiBob.Company, 90, ("work.startDate", "2030-01-01"));
        scenario.HiBob.Permissions.RemoveCategories("workContact");

        var linked = await scenario.LinkAsync("acme");

        Assert.Equal("warning", Result(linked, "sections"));
        Assert.Contains("phoneNumbers", linked.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_around_the_check()
    {
        await using var scenario = await LinkingScenario.StartAsync(Databases.Sqlite);
        await scenario.MakeAsync("acme");

        using var refused = await scenario.Api.PutAsJsonAsync(
            "directories/acme/credentials?unchecked=true", new { serviceUserId = scenario.HiBob.Options.ServiceUserId, token = scenario.HiBob.Options.Token }, Ct);
        using var missing = await scenario.Api.PutAsJsonAsync("directories/none/credentials", new { serviceUserId = "x", token = "y" }, Ct);

        await refused.ShouldBeProblemAsync(400, "always checked");
        await missing.ShouldBeAsync(404);
        Assert.Equal("unlinked", (await scenario.DirectoryAsync("acme")).GetProperty("state").GetString());
    }

    private static string? Result(JsonElement answer, string step) => answer.GetProperty("steps").EnumerateArray()
        .Single(found => found.GetProperty("name").GetString() == step).GetProperty("result").GetString();

    private static (string?, string?) Last(JsonElement check)
    {
        var last = check.GetProperty("steps").EnumerateArray().Last();
        return (last.GetProperty("name").GetString(), last.GetProperty("result").GetString());
    }
}
