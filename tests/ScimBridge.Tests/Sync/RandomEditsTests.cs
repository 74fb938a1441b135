using CsCheck;
using ScimBridge.HiBobSimulator;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

/// <summary>However a directory came to where it is, it serves what one that is linked today would serve.</summary>
public sealed class RandomEditsTests
{
    private const int People = 12;

    private static readonly string?[] Departments = [SmallCompany.Engineering, SmallCompany.Platform, SmallCompany.Sales, null];

    private static readonly Gen<(string Name, Action<Company> Edit)> Edit =
        Gen.Select(Gen.Int[0, 15], Gen.Int[2, People], Gen.Int[1, People], Gen.Int[0, 3])
            .Select((kind, number, other, department) => Edits(number, other, Departments[department])[kind]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_any_edits_a_directory_serves_what_a_fresh_one_would(string provider) =>
        await Edit.Array[1, 3].Array[1, 5].SampleAsync(
            async rounds =>
            {
                await using var scenario = await SyncScenario.StartAsync(provider, People);
                foreach (var edit in rounds.SelectMany(round => round.Select(edit => edit.Edit).Append(null)))
                {
                    if (edit is not null)
                    {
                        edit(scenario.Company);
                        continue;
                    }

                    // A day between the syncs, so that the gate has nothing to add up.
                    scenario.Time.Advance(TimeSpan.FromDays(1));
                    await scenario.SyncedAsync();
                }

                var quiet = await scenario.SyncedAsync();
                Assert.Equal(quiet.VersionBefore, quiet.VersionAfter);

                await using var freshDatabase = await TestDatabase.CreateAsync(provider, Ct);
                await using var fresh = ScimBridgeApp.Start(freshDatabase, [scenario.HiBob], time: scenario.Time, settings: new Dictionary<string, string?> { ["PublicUrl"] = "https://bridge.example" });
                await fresh.SyncAsync(cancellationToken: Ct);
                Assert.Equal(await ServedResources.OfAsync(fresh, "Users", Ct), await ServedResources.OfAsync(scenario.App, "Users", Ct));
                Assert.Equal(await ServedResources.OfAsync(fresh, "Groups", Ct), await ServedResources.OfAsync(scenario.App, "Groups", Ct));
            },
            iter: Environment.GetEnvironmentVariable("SCIMBRIDGE_LONG") == "1" ? 300 : provider == Databases.Sqlite ? 12 : 4,
            threads: 1,
            print: rounds => string.Join("; sync; ", rounds.Select(round => string.Join(", ", round.Select(edit => edit.Name)))));

    private static Action<Company> Update(int number, string field, object? value) =>
        company => company.Update(SmallCompany.Id(number), field, value);

    private static (string Name, Action<Company> Edit)[] Edits(int number, int other, string? department)
    {
        var list = department ?? SmallCompany.Sales;
        return
        [
            ($"department of {number} is {department}", Update(number, "work.department", department)),
            ($"site of {number} is that of {other}", company => company.Update(SmallCompany.Id(number), "work.siteId", other % 2 == 0 ? SmallCompany.Oslo : SmallCompany.Porto)),
            ($"{number} has no site", Update(number, "work.siteId", null)),
            ($"{number} reports to {other}", Update(number, "work.manager", SmallCompany.Id(other))),
            ($"{number} is called {other}", Update(number, "root.displayName", $"Name {other}")),
            ($"{number} has the e-mail of {other}", Update(number, "root.email", $"person.{other}@fjordline.example")),
            ($"{number} has another e-mail", Update(number, "root.email", $"other.{number}.{other}@fjordline.example")),
            ($"{number} has no e-mail", Update(number, "root.email", null)),
            ($"{number} has left", Update(number, "internal.terminationDate", "2026-10-01")),
            ($"{number} stays", Update(number, "internal.terminationDate", null)),
            ($"{number} has no phone", Update(number, "work.workPhone", null)),
            ($"{number} was made in {2000 + other}", Update(number, "root.creationDateTime", $"{2000 + other}-01-02T03:04:05.000006")),
            ($"{list} is renamed to {other}", company => company.RenameListItem("department", list, $"Department {other % 3}")),
            ($"{list} is archived", company => company.ArchiveListItem("department", list)),
            ($"{list} is back", company => company.ArchiveListItem("department", list, archived: false)),
            ($"there is a department {other}", company =>
            {
                if (company.FindList("department")!.Find($"9{other}") is null)
                {
                    company.AddListItem("department", $"9{other}", other % 2 == 0 ? "Oslo" : $"New {other}");
                }
            }),
        ];
    }
}
