using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Deletion;
using ScimBridge.Tests.Directories;
using ScimBridge.Tests.Storage;
using ScimBridge.Tests.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin;

/// <summary>Directories that an admin deletes: gone for clients at once, back for a while, and then without a trace but in the audit log.</summary>
public sealed class DirectoryDeletionTests
{
    private const string Path = "directories/acme";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_deleted_directory_opens_nothing_at_once_and_comes_back_when_restored(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        var token = await scenario.ReadAsync("acme", "Acme Ltd");
        using var secret = await scenario.Api.PutAsJsonAsync($"{Path}/webhook-secret", new { secret = "a webhook secret" }, Ct);
        using var scim = scenario.App.Bearing(token, "/scim/v2/");
        using var odata = scenario.App.Bearing(token, "/odata/");
        Assert.Equal((200, 200), (await scim.StatusAsync("Users"), await odata.StatusAsync("Users")));
        await scenario.App.Services.GetRequiredService<SyncRunStore>().RequestAsync(await scenario.App.DirectoryAsync("acme", Ct), SyncTrigger.Api, Ct);

        using var mistyped = await scenario.SendAsync(HttpMethod.Delete, Path, new { name = "acme ltd" });
        await mistyped.ShouldBeProblemAsync(400, "'Acme Ltd'");
        using var unnamed = await scenario.SendAsync(HttpMethod.Delete, Path, null);
        await unnamed.ShouldBeAsync(400);
        using var blind = await scenario.SendAsync(HttpMethod.Delete, Path, new { name = "Acme Ltd" }, tag: null);
        await blind.ShouldBeAsync(428);
        using var late = await scenario.SendAsync(HttpMethod.Delete, Path, new { name = "Acme Ltd" }, "\"99\"");
        await late.ShouldBeAsync(412);
        Assert.Equal(200, await scim.StatusAsync("Users"));
        using var deleted = await scenario.SendAsync(HttpMethod.Delete, Path, new { name = "Acme Ltd" });

        var view = await deleted.ShouldBeAsync(202);
        Assert.Equal("deleting", view.GetProperty("state").GetString());
        Assert.Equal(scenario.Time.GetUtcNow().AddHours(72), view.GetProperty("deleteAfter").GetDateTimeOffset());
        Assert.Equal((401, 401), (await scim.StatusAsync("Users"), await odata.StatusAsync("Users")));
        Assert.Equal(401, await WebhookAsync(scenario));
        Assert.DoesNotContain("directory:acme", scenario.JobIds());
        Assert.Equal(SyncStart.NothingWaits, await scenario.App.Services.GetRequiredService<SyncRunStore>().TryStartAsync(await scenario.App.DirectoryAsync("acme", Ct), Ct));
        foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
        {
            (HttpMethod.Post, "/syncs", null), (HttpMethod.Post, "/pause", null), (HttpMethod.Post, "/resume", null), (HttpMethod.Post, "/tokens", new { name = "x" }),
            (HttpMethod.Put, "", new { name = "x" }), (HttpMethod.Put, "/settings", new { planDays = 3 }), (HttpMethod.Delete, "", new { name = "Acme Ltd" }),
            (HttpMethod.Put, "/credentials", new { serviceUserId = "x", token = "y" }), (HttpMethod.Post, "/setup-links", null), (HttpMethod.Put, "/rules", null),
        })
        {
            using var refused = await scenario.SendAsync(method, Path + path, body, "\"1\"");
            await refused.ShouldBeProblemAsync(409, "is being deleted");
        }

        await scenario.App.Services.GetRequiredService<DirectoryRemoval>().RunDueAsync(Ct);
        using var restored = await scenario.Api.PostAsync($"{Path}/restore", null, Ct);

        Assert.Equal("linked", (await restored.ShouldBeAsync(200)).GetProperty("state").GetString());
        Assert.Equal((200, 200), (await scim.StatusAsync("Users"), await odata.StatusAsync("Users")));
        Assert.Contains("directory:acme", scenario.JobIds());
        using var again = await scenario.Api.PostAsync($"{Path}/restore", null, Ct);
        await again.ShouldBeProblemAsync(409, "not being deleted");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task When_the_time_is_over_nothing_is_left_and_the_key_gives_the_same_ids_again(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        var token = await scenario.ReadAsync("acme");
        using (var before = scenario.App.Bearing(token, "/scim/v2/"))
        {
            var ids = await IdsAsync(before);
            var id = await scenario.App.DirectoryAsync("acme", Ct);
            using var deleted = await scenario.SendAsync(HttpMethod.Delete, Path, new { name = "acme directory" });
            await deleted.ShouldBeAsync(202);
            var removal = scenario.App.Services.GetRequiredService<DirectoryRemoval>();
            scenario.Time.Advance(TimeSpan.FromHours(72) - TimeSpan.FromSeconds(1));
            await removal.RunDueAsync(Ct);
            await using var db = await scenario.ContextAsync();
            Assert.Contains((await ModelRows.OfAsync(db, id, Ct)).Values, count => count > 0);

            scenario.Time.Advance(TimeSpan.FromSeconds(1));
            using var late = await scenario.Api.PostAsync($"{Path}/restore", null, Ct);
            await late.ShouldBeProblemAsync(409, "too late");
            await removal.RunDueAsync(Ct);

            Assert.All(await ModelRows.OfAsync(db, id, Ct), table => Assert.True(table.Value == 0, $"{table.Key} has {table.Value} rows left"));
            using var gone = await scenario.Api.GetAsync(Path, Ct);
            await gone.ShouldBeAsync(404);
            Assert.Equal("directory.purged", (await scenario.AuditAsync("acme"))[0]);
            Assert.Contains("directory.create", await scenario.AuditAsync("acme"));

            using var after = scenario.App.Bearing(await scenario.ReadAsync("acme"), "/scim/v2/");
            Assert.Equal(ids, await IdsAsync(after));
            Assert.Equal(401, await before.StatusAsync("Users"));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_removal_that_is_cut_short_goes_on_later_and_can_not_be_undone(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        await scenario.ReadAsync("acme");
        var id = await scenario.App.DirectoryAsync("acme", Ct);
        using var deleted = await scenario.SendAsync(HttpMethod.Delete, Path, new { name = "acme directory" });
        await deleted.ShouldBeAsync(202);
        scenario.Time.Advance(TimeSpan.FromHours(72));
        var services = scenario.App.Services;
        Assert.True(await services.GetRequiredService<DirectoryDeletionStore>().TakeAsync(id, Guid.NewGuid(), Ct));
        var batches = 0;
        Assert.False(await services.GetRequiredService<DirectoryPurge>().PurgeAsync(id, _ => Task.FromResult(++batches < 6), Ct));

        // Whoever had begun still holds the lease, as far as anybody knows.
        await services.GetRequiredService<DirectoryRemoval>().RunDueAsync(Ct);
        using var tooLate = await scenario.Api.PostAsync($"{Path}/restore", null, Ct);
        await tooLate.ShouldBeAsync(409);
        using var taken = await scenario.Api.PostAsJsonAsync("directories", new { key = "acme", name = "x" }, Ct);
        await taken.ShouldBeProblemAsync(409, "being deleted");
        scenario.Time.Advance(SyncRunStore.LeaseDuration + TimeSpan.FromSeconds(1));
        await scenario.RestartAsync();
        await scenario.App.Services.GetRequiredService<DirectoryRemoval>().RunDueAsync(Ct);

        await using var db = await scenario.ContextAsync();
        Assert.All(await ModelRows.OfAsync(db, id, Ct), table => Assert.True(table.Value == 0, $"{table.Key} has {table.Value} rows left"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_run_under_way_is_asked_to_stop_and_waited_for(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider, settings: ("Retention:DeleteGraceHours", "0"));
        await scenario.ReadAsync("acme");
        var id = await scenario.App.DirectoryAsync("acme", Ct);
        var runs = scenario.App.Services.GetRequiredService<SyncRunStore>();
        var removal = scenario.App.Services.GetRequiredService<DirectoryRemoval>();
        await runs.RequestAsync(id, SyncTrigger.Api, Ct);
        var start = await runs.TryStartAsync(id, Ct);

        using var deleted = await scenario.SendAsync(HttpMethod.Delete, Path, new { name = "acme directory" });
        await deleted.ShouldBeAsync(202);

        Assert.NotNull(await runs.CancelRequestedByAsync(start.RunId!.Value, Ct));
        await removal.RunDueAsync(Ct);
        Assert.Equal("deleting", (await scenario.DirectoryAsync("acme")).GetProperty("state").GetString());
        await scenario.App.Services.GetRequiredService<ScimBridge.Sync.DirectorySync>().RunAsync(start, Ct);
        await removal.RunDueAsync(Ct);
        using var gone = await scenario.Api.GetAsync(Path, Ct);
        await gone.ShouldBeAsync(404);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Without_grace_the_job_removes_everything_by_itself(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider, realTime: true, jobs: true, settings: ("Retention:DeleteGraceHours", "0"));
        await scenario.MakeAsync("acme");

        using var deleted = await scenario.SendAsync(HttpMethod.Delete, Path, new { name = "acme directory" });

        await deleted.ShouldBeAsync(202);
        await JobProbe.UntilAsync(async () =>
        {
            using var gone = await scenario.Api.GetAsync(Path, Ct);
            return (int)gone.StatusCode == 404;
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_directory_that_the_settings_declare_again_comes_back(string provider)
    {
        (string, string?)[] declared = [("Directories:0:Key", "acme"), ("Directories:0:ScimTokens:0", ScimBridgeApp.Token("acme"))];
        await using var scenario = await LinkingScenario.StartAsync(provider);
        await scenario.ReadAsync("acme");
        using var deleted = await scenario.SendAsync(HttpMethod.Delete, Path, new { name = "acme directory" });
        await deleted.ShouldBeAsync(202);

        await scenario.RestartAsync(declared);
        Assert.Equal((6, "unlinked"), (
            (await scenario.DirectoryAsync("acme")).GetProperty("counts").GetProperty("users").GetInt32(), (await scenario.DirectoryAsync("acme")).GetProperty("state").GetString()));

        // Once its time is over it is another one that comes.
        await scenario.RestartAsync([.. declared.Select(setting => (setting.Item1, (string?)null))]);
        using var again = await scenario.SendAsync(HttpMethod.Delete, Path, new { name = "acme" });
        await again.ShouldBeAsync(202);
        scenario.Time.Advance(TimeSpan.FromHours(72));
        await scenario.RestartAsync(declared);
        Assert.Equal(0, (await scenario.DirectoryAsync("acme")).GetProperty("counts").GetProperty("users").GetInt32());
    }

    private static async Task<int> WebhookAsync(LinkingScenario scenario)
    {
        using var anonymous = scenario.App.Anonymous();
        var body = "{\"type\": \"ping\"}";
        using var request = new HttpRequestMessage(HttpMethod.Post, "webhooks/hibob/acme") { Content = new StringContent(body) };
        request.Headers.TryAddWithoutValidation(
            "Bob-Signature", Convert.ToBase64String(System.Security.Cryptography.HMACSHA512.HashData("a webhook secret"u8, Encoding.UTF8.GetBytes(body))));
        using var response = await anonymous.SendAsync(request, Ct);
        return (int)response.StatusCode;
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(HttpClient scim) =>
    [
        .. (await scim.GetFromJsonAsync<JsonElement>("Users?count=100", Ct)).GetProperty("Resources").EnumerateArray()
            .Concat((await scim.GetFromJsonAsync<JsonElement>("Groups?count=100", Ct)).GetProperty("Resources").EnumerateArray())
            .Select(resource => resource.GetProperty("id").GetString()!).Order(StringComparer.Ordinal),
    ];
}
