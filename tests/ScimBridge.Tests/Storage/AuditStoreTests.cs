using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Storage;

public sealed class AuditStoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 10, 15, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Entries_come_newest_first_by_directory_actor_and_action_a_page_at_a_time(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var audit = fixture.Get<AuditStore>();
        for (var number = 0; number < 12; number++)
        {
            await audit.AddAsync(
                new AuditRecord
                {
                    At = Noon.AddMinutes(number),
                    Actor = number % 2 == 0 ? "admin" : "api-key",
                    Action = number % 3 == 0 ? "plan.approve" : "sync.request",
                    DirectoryKey = number < 10 ? "acme" : null,
                    Target = $"{number}",
                },
                Ct);
        }

        Assert.Equal(["11", "10", "9"], Targets(await audit.ListAsync(new AuditQuery { Most = 3 }, Ct)));
        Assert.Equal(["9", "3"], Targets(await audit.ListAsync(new AuditQuery { DirectoryKey = "acme", Actor = "api-key", Action = "plan.approve" }, Ct)));
        var walked = new List<string?>();
        long? before = null;
        while (await audit.ListAsync(new AuditQuery { DirectoryKey = "acme", Before = before, Most = 4 }, Ct) is { Count: > 0 } page)
        {
            walked.AddRange(Targets(page));
            before = page[^1].Id;
        }

        Assert.Equal(["9", "8", "7", "6", "5", "4", "3", "2", "1", "0"], walked);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_stands_before_the_dot_finds_all_codes_that_begin_so_and_no_others(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var audit = fixture.Get<AuditStore>();
        foreach (var code in (string[])["plan.reject", "plan.approve", "planned.x", "plan", "plan/x", "PLAN.approve", "sync.request", "plan.approve"])
        {
            await audit.AddAsync(new AuditRecord { At = Noon, Actor = "admin", Action = code, Target = code }, Ct);
        }

        Assert.Equal(["plan.approve", "plan", "plan.approve", "plan.reject"], Targets(await audit.ListAsync(new AuditQuery { Action = "plan" }, Ct)));
        Assert.Equal(["plan.reject"], Targets(await audit.ListAsync(new AuditQuery { Action = "plan.reject" }, Ct)));
        Assert.Empty(await audit.ListAsync(new AuditQuery { Action = "pla" }, Ct));
        Assert.Empty(await audit.ListAsync(new AuditQuery { Action = "%" }, Ct));
        Assert.Equal(["PLAN.approve", "plan", "plan.approve", "plan.reject", "plan/x", "planned.x", "sync.request"], await audit.ActionsAsync(Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Old_entries_go(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var audit = fixture.Get<AuditStore>();
        await audit.AddAsync(new AuditRecord { At = Noon, Actor = "admin", Action = "old" }, Ct);
        await audit.AddAsync(new AuditRecord { At = Noon.AddDays(2), Actor = "admin", Action = "new" }, Ct);

        Assert.Equal(1, await fixture.Get<RecordPurge>().AuditAsync(Noon.AddDays(1), Ct));

        Assert.Equal("new", Assert.Single(await audit.ListAsync(new AuditQuery(), Ct)).Action);
    }

    private static IEnumerable<string?> Targets(IEnumerable<AuditRecord> entries) => entries.Select(entry => entry.Target);
}
