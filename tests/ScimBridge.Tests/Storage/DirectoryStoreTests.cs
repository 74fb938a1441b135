using Microsoft.EntityFrameworkCore;
using ScimBridge.Directories;
using ScimBridge.Storage;
using ScimBridge.Storage.Reading;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Storage;

public sealed class DirectoryStoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Deleting_a_directory_leaves_no_row_of_it_and_every_row_of_others(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider, directories: 2, people: 15);
        foreach (var simulator in fixture.Simulators)
        {
            // Two with one address, so that the ledger has a line.
            simulator.Company.Update(simulator.Company.People[0].Id, "root.email", simulator.Company.People[1].Email);
        }

        await fixture.App.SyncAsync("acme", Ct);
        await fixture.App.SyncAsync("globex", Ct);
        var acme = await fixture.App.DirectoryAsync("acme", Ct);
        var globex = await fixture.App.DirectoryAsync("globex", Ct);
        await using var db = await fixture.ContextAsync();
        await SeedAsync(db, acme);
        await SeedAsync(db, globex);
        var others = await ModelRows.OfAsync(db, globex, Ct);
        Assert.All(await ModelRows.OfAsync(db, acme, Ct), table => Assert.True(table.Value > 0, $"{table.Key} is empty, so nothing is shown"));

        Assert.True(await fixture.Get<DirectoryPurge>().PurgeAsync(acme, _ => Task.FromResult(true), Ct));

        Assert.All(await ModelRows.OfAsync(db, acme, Ct), table => Assert.True(table.Value == 0, $"{table.Key} has {table.Value} rows left"));
        Assert.Equal(others, await ModelRows.OfAsync(db, globex, Ct));
        Assert.False(await db.SyncIssues.AnyAsync(issue => !db.SyncRuns.Any(run => run.Id == issue.RunId), Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_published_version_is_found_by_a_key_that_is_just_so_and_not_of_a_paused_directory(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider, directories: 2, people: 15);
        await fixture.App.SyncAsync("acme", Ct);
        var directories = fixture.Get<DirectoryStore>();
        var bearers = fixture.Get<BearerStore>();
        var acme = await fixture.App.DirectoryAsync("acme", Ct);

        Assert.Equal((acme, 1, 15), await bearers.FindPublishedAsync("acme", Ct) is { } read ? (read.Directory, read.Number, read.Users) : default);
        Assert.Equal(
            await bearers.FindAsync(ScimTokens.Hash(ScimBridgeApp.Token("acme")), Ct) is { } bearer ? bearer.Version : null,
            await bearers.FindPublishedAsync("acme", Ct));
        Assert.Equal(0, (await bearers.FindPublishedAsync("globex", Ct))!.Number);
        Assert.Null(await bearers.FindPublishedAsync("ACME", Ct));
        Assert.Null(await bearers.FindPublishedAsync("initech", Ct));

        await directories.PauseUndeclaredAsync(["globex"], Ct);
        Assert.Null(await bearers.FindPublishedAsync("acme", Ct));
    }

    /// <summary>A row in each table that a first sync leaves empty.</summary>
    private static async Task SeedAsync(ScimBridgeContext db, DirectoryId directory)
    {
        var (id, now) = (directory.Value, DateTimeOffset.UnixEpoch);
        db.SetupLinks.Add(new SetupLinkRecord { DirectoryId = id, Hash = [(byte)id], CreatedAt = now, CreatedBy = "tests", ExpiresAt = now });
        db.Rules.Add(new RulesRecord { DirectoryId = id, Revision = 1, Json = "{}", SavedAt = now, SavedBy = "tests" });
        db.PlanPeople.Add(new PlanPersonRecord { DirectoryId = id, RunId = Guid.NewGuid(), EmployeeId = "1" });
        db.DirtyEmployees.Add(new DirtyEmployeeRecord { DirectoryId = id, EmployeeId = "1", FirstAt = now, LastAt = now, DueAt = now });
        db.WebhookDeliveries.Add(new WebhookDeliveryRecord { DirectoryId = id, At = now, BodyHash = [1], Result = "accepted" });
        db.SourceBudgets.Add(new SourceBudgetRecord { DirectoryId = id, Endpoint = "GET /a/test", ResetsAt = now, SeenAt = now });
        db.DirectoryEvents.Add(new DirectoryEventRecord { DirectoryId = id, At = now, Kind = "test", Detail = "A test." });
        if (!await db.DirectoryChecks.AnyAsync(row => row.DirectoryId == id, Ct))
        {
            db.DirectoryChecks.Add(new DirectoryCheckRecord { DirectoryId = id, At = now, Lifecycle = "{}" });
        }

        db.FieldReports.Add(new FieldReportRecord
        {
            DirectoryId = id,
            Field = "a.test",
            Name = "A test",
            Category = "Work",
            Permission = "View",
            MenuPath = "Settings",
            Attributes = "",
            CheckedAt = now,
        });
        await db.SaveChangesAsync(Ct);
    }
}
