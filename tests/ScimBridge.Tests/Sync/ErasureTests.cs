using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

public sealed class ErasureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nothing_is_left_of_a_person_who_was_erased_and_everybody_else_stays(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12);
        var id = SmallCompany.Id(1);
        scenario.Company.Update(id, "root.displayName", "Zaphod Beeblebrox");
        scenario.Company.Update(id, "root.firstName", "Zaphod");
        scenario.Company.Update(id, "root.surname", "Beeblebrox");
        scenario.Company.Update(id, "root.email", "zaphod@fjordline.example");
        await scenario.SyncedAsync();
        scenario.Company.Update(id, "work.title", "President of Zaphods");
        await scenario.SyncedAsync();
        var others = await scenario.UserAsync(SmallCompany.Id(2));
        Assert.Equal("Zaphod Beeblebrox", (string?)others["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"]!["manager"]!["displayName"]);
        Assert.NotEmpty(await MentionsAsync(scenario));
        scenario.Company.Remove(id);

        var run = await scenario.RunAsync(SyncKind.Erasure, $"[\"{id}\"]");

        Assert.Equal((SyncOutcome.Succeeded, 1), (run.Outcome, run.Deleted));
        Assert.Empty(await MentionsAsync(scenario));
        Assert.Equal(404, await scenario.StatusAsync($"Users/{SyncScenario.UserId(id)}"));
        Assert.Equal(11, (int)(await scenario.GetAsync("Users?count=0"))["totalResults"]!);
        Assert.Null((await scenario.UserAsync(SmallCompany.Id(2)))["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"]!["manager"]);
        Assert.Equal(run.VersionAfter, (await scenario.DirectoryAsync()).OldestVersion);
        Assert.Equal(0, (await scenario.SyncedAsync()).Deactivated);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_was_deleted_before_is_forgotten_too(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 12, ("Directories:0:Sync:DeleteMissingAfterDays", "1"));
        var id = SmallCompany.Id(5);
        scenario.Company.Update(id, "root.displayName", "Zaphod Beeblebrox");
        await scenario.SyncedAsync();
        scenario.Company.Remove(id);
        await scenario.SyncedAsync();
        scenario.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, (await scenario.SyncedAsync()).Deleted);
        Assert.NotEmpty(await MentionsAsync(scenario));

        var run = await scenario.RunAsync(SyncKind.Erasure, $"[\"{id}\"]");

        Assert.Equal((SyncOutcome.Succeeded, 0), (run.Outcome, run.Deleted));
        Assert.Empty(await MentionsAsync(scenario));
    }

    /// <summary>Every row of every table that names the person.</summary>
    private static async Task<IReadOnlyList<string>> MentionsAsync(SyncScenario scenario)
    {
        await using var db = await scenario.App.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync(Ct);
        var tables = db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct().ToArray();
        return [.. (await TableDump.OfAsync(scenario.App, tables, Ct)).Where(IsMention)];
    }

    private static bool IsMention(string row) =>
        row.Contains("Zaphod", StringComparison.OrdinalIgnoreCase) || row.Contains("Beeblebrox", StringComparison.OrdinalIgnoreCase)
        || row.Contains(Convert.ToHexString("Zaphod"u8), StringComparison.Ordinal) || row.Contains(Convert.ToHexString("zaphod"u8), StringComparison.Ordinal)
        || row.Contains(Convert.ToHexString("Beeblebrox"u8), StringComparison.Ordinal);
}
