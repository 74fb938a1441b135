using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Mapping;
using ScimBridge.Storage;
using ScimBridge.Tests.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Storage;

public sealed class GroupStoreTests
{
    private static readonly string Sales = ResourceIds.Group("acme", new GroupKey(GroupKey.Department, SmallCompany.Sales));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_history_of_a_group_says_who_joined_and_left_and_what_it_was_called(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var directory = await scenario.App.DirectoryAsync(cancellationToken: Ct);
        var store = scenario.App.Services.GetRequiredService<GroupStore>();
        scenario.Company.Update(SmallCompany.Id(2), "work.department", SmallCompany.Platform);
        scenario.Company.Update(SmallCompany.Id(3), "work.department", SmallCompany.Sales);
        await scenario.SyncAsync();
        scenario.Company.Update(SmallCompany.Id(4), "root.displayName", "Another Name");
        await scenario.SyncAsync();

        var history = await store.HistoryAsync(directory, Sales, int.MaxValue, 10, Ct);

        Assert.Equal([3, 2, 1], history.Select(form => form.Group.ValidFrom));
        Assert.Equal([6, 6, 6], history.Select(form => form.Group.Members));
        Assert.Empty(history[0].Joined.Concat(history[0].Left));
        Assert.Equal(SyncScenario.UserId(SmallCompany.Id(3)), Assert.Single(history[1].Joined).UserId);
        Assert.Equal("Person No 2", Assert.Single(history[1].Left).Display);
        Assert.Null(history[2].Before);
        Assert.Empty(history[2].Joined);
        Assert.Equal([1], (await store.HistoryAsync(directory, Sales, 2, 10, Ct)).Select(form => form.Group.ValidFrom));
        var newest = Assert.Single(await store.HistoryAsync(directory, Sales, int.MaxValue, 1, Ct));
        Assert.Equal((3, 2), (newest.Group.ValidFrom, newest.Before!.ValidFrom));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Groups_of_a_version_are_counted_named_and_known_by_their_sources(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var directory = await scenario.App.DirectoryAsync(cancellationToken: Ct);
        var store = scenario.App.Services.GetRequiredService<GroupStore>();
        for (var number = 2; number <= 12; number += 2)
        {
            scenario.Company.Update(SmallCompany.Id(number), "work.department", SmallCompany.Platform);
        }

        await scenario.SyncAsync();

        var now = await store.NamesAsync(directory, 2, 100, Ct);
        var before = await store.MembersAsync(directory, 1, [Sales, "none"], Ct);

        Assert.Equal(now.Select(group => group.DisplayName).Order(StringComparer.OrdinalIgnoreCase), now.Select(group => group.DisplayName));
        Assert.Equal(2, (await store.NamesAsync(directory, 2, 2, Ct)).Count);
        Assert.Equal(["department", "site"], await store.SourcesAsync(directory, 2, Ct));
        Assert.Equal((Sales, 6), (Assert.Single(before).Key, before[Sales]));
        Assert.Equal(12, (await store.MembersAsync(directory, 2, [ResourceIds.Group("acme", new GroupKey(GroupKey.Department, SmallCompany.Platform))], Ct)).Values.Single());
        Assert.Null(await store.FindNewestAsync(directory, "none", Ct));
        Assert.Null(await store.FindNewestAsync(directory, "\0", Ct));
        Assert.Equal("Sales", (await store.FindNewestAsync(directory, Sales, Ct))!.DisplayName);
    }

    [Theory]
    [InlineData("department:1", "department")]
    [InlineData("custom:work.custom.field_1:77", "custom:work.custom.field_1")]
    [InlineData("odd", "odd")]
    public void The_source_of_a_group_is_in_front_of_its_item(string externalId, string source)
    {
        Assert.Equal(source, GroupStore.SourceOf(externalId));
    }
}
