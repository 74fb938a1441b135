using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin;

public sealed class AdminApiSyncTests
{
    private const string Syncs = "api/v1/directories/acme/syncs";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asking_for_a_sync_gives_the_run_to_watch_and_asking_again_while_one_waits_gives_that_one()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        await host.DeclareAsync("acme", Ct);
        var api = host.Api();

        using var first = await api.PostAsync(Syncs, null, Ct);
        await host.HiBob.AskedAsync(Ct);
        using var second = await api.PostAsync(Syncs, null, Ct);
        using var third = await api.PostAsync(Syncs, null, Ct);

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        var running = await first.Content.ReadFromJsonAsync<JsonElement>(Ct);
        var waiting = await second.Content.ReadFromJsonAsync<JsonElement>(Ct);
        var same = await third.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(running.GetProperty("location").GetString(), first.Headers.Location?.OriginalString);
        Assert.NotEqual(running.GetProperty("id").GetGuid(), waiting.GetProperty("id").GetGuid());
        Assert.Equal(waiting.GetProperty("id").GetGuid(), same.GetProperty("id").GetGuid());
        Assert.Equal("queued", same.GetProperty("state").GetString());
        var seen = await api.GetFromJsonAsync<JsonElement>(first.Headers.Location, Ct);
        Assert.Equal("running", seen.GetProperty("state").GetString());
        Assert.Equal("reading", seen.GetProperty("stage").GetString());
        Assert.Equal("api", seen.GetProperty("trigger").GetString());
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("outcome").ValueKind);
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("finishedAt").ValueKind);
        var list = await api.GetFromJsonAsync<JsonElement>(Syncs, Ct);
        Assert.Equal(["queued", "running"], list.EnumerateArray().Select(run => run.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_paused_directory_is_not_synced()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        await host.DeclareAsync("acme", Ct);
        await host.StoreAsync(db => db.Directories.Single().Paused = true, Ct);

        using var response = await host.Api().PostAsync(Syncs, null, Ct);

        await AdminApiTests.ShouldBeProblemAsync(response, HttpStatusCode.Conflict);
        Assert.Equal("paused", (await host.Api().GetFromJsonAsync<JsonElement>("api/v1/directories/acme", Ct)).GetProperty("state").GetString());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_run_is_shown_with_its_counts_its_error_and_the_first_hundred_lines_of_its_ledger(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        var acme = await host.DeclareAsync("acme", Ct);
        var run = AdminApiTests.Finished(acme, SyncOutcome.Failed, DateTimeOffset.UtcNow);
        await host.StoreAsync(
            db =>
            {
                db.SyncRuns.Add(run);
                db.SyncIssues.AddRange(Enumerable.Range(0, 105).Select(index => new SyncIssueRecord
                {
                    RunId = run.Id,
                    EmployeeId = $"{index}",
                    Code = "no_id",
                    Detail = "Odd.",
                    Advice = "Look.",
                }));
            },
            Ct);

        var shown = await host.Api().GetFromJsonAsync<JsonElement>($"{Syncs}/{run.Id}", Ct);

        Assert.Equal("finished", shown.GetProperty("state").GetString());
        Assert.Equal("done", shown.GetProperty("stage").GetString());
        Assert.Equal("failed", shown.GetProperty("outcome").GetString());
        Assert.Equal("unavailable", shown.GetProperty("error").GetProperty("reason").GetString());
        Assert.Equal("HiBob did not answer.", shown.GetProperty("error").GetProperty("detail").GetString());
        Assert.Equal(9, shown.GetProperty("counts").GetProperty("read").GetInt32());
        Assert.Equal(0, shown.GetProperty("counts").GetProperty("groupsChanged").GetInt32());
        Assert.Equal(2000, shown.GetProperty("durationMs").GetInt64());
        Assert.Equal(105, shown.GetProperty("issueCount").GetInt32());
        Assert.Equal(100, shown.GetProperty("issues").GetArrayLength());
        Assert.Equal("0", shown.GetProperty("issues")[0].GetProperty("employeeId").GetString());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Runs_come_newest_first_and_stay_within_their_directory(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        var acme = await host.DeclareAsync("acme", Ct);
        var other = await host.DeclareAsync("other", Ct);
        var now = DateTimeOffset.UtcNow;
        var runs = Enumerable.Range(0, 3).Select(index => AdminApiTests.Finished(acme, SyncOutcome.Succeeded, now.AddMinutes(index))).ToList();
        var foreign = AdminApiTests.Finished(other, SyncOutcome.Succeeded, now);
        await host.StoreAsync(db => db.SyncRuns.AddRange([.. runs, foreign]), Ct);
        var api = host.Api();

        var all = await api.GetFromJsonAsync<JsonElement>(Syncs, Ct);
        var two = await api.GetFromJsonAsync<JsonElement>($"{Syncs}?count=2", Ct);
        using var notHere = await api.GetAsync($"{Syncs}/{foreign.Id}", Ct);

        Assert.Equal([runs[2].Id, runs[1].Id, runs[0].Id], all.EnumerateArray().Select(run => run.GetProperty("id").GetGuid()));
        Assert.Equal(2, two.GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, notHere.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Runs_and_webhooks_are_walked_page_by_page_also_those_of_one_moment(string provider)
    {
        await using var host = await AdminTestHost.StartAsync(Ct, provider);
        var acme = await host.DeclareAsync("acme", Ct);
        var other = await host.DeclareAsync("other", Ct);
        var now = DateTimeOffset.UtcNow;
        var runs = Enumerable.Range(0, 7).Select(index => AdminApiTests.Finished(acme, SyncOutcome.Succeeded, now.AddMinutes(index / 3))).ToList();
        var foreign = AdminApiTests.Finished(other, SyncOutcome.Succeeded, now);
        await host.StoreAsync(
            db =>
            {
                db.SyncRuns.AddRange([.. runs, foreign]);
                db.WebhookDeliveries.AddRange(Enumerable.Range(0, 5).Select(index => new WebhookDeliveryRecord
                {
                    DirectoryId = acme.Id,
                    At = now,
                    BodyHash = [(byte)index],
                    EmployeeId = $"{index}",
                    Result = "accepted",
                }));
            },
            Ct);
        var api = host.Api();

        var (all, one) = await api.WalkAsync(Syncs);
        var (walked, pages) = await api.WalkAsync($"{Syncs}?count=2");
        var (webhooks, parts) = await api.WalkAsync("api/v1/directories/acme/webhook-deliveries?count=2");

        Assert.Equal((1, 4, 3), (one, pages, parts));
        Assert.Equal(all.Select(run => run.GetProperty("id").GetGuid()), walked.Select(run => run.GetProperty("id").GetGuid()));
        Assert.Equal(runs.Select(run => run.Id).Order(), walked.Select(run => run.GetProperty("id").GetGuid()).Order());
        Assert.Equal(["4", "3", "2", "1", "0"], webhooks.Select(row => row.GetProperty("employeeId").GetString()));
        foreach (var before in (string[])["x", $"{foreign.Id}"])
        {
            using var refused = await api.GetAsync($"{Syncs}?before={before}", Ct);
            Assert.Contains("begin without it", await refused.ProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        }
    }
}
