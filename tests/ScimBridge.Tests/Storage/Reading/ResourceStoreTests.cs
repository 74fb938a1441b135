using Microsoft.EntityFrameworkCore;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Storage;
using ScimBridge.Storage.Filtering;
using ScimBridge.Storage.Reading;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Storage.Reading;

/// <summary>The raw reads give what the same reads through EF Core give, also of a version that is no longer the newest.</summary>
public sealed class ResourceStoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Raw_reads_and_EF_agree_on_every_version(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider, people: 130);
        var company = fixture.Simulators[0].Company;
        await fixture.App.SyncAsync(cancellationToken: Ct);
        company.Update(company.People[3].Id, "work.title", "Pilot");
        company.Add(("root.firstName", "New"), ("root.surname", "Person"), ("root.email", "new@example.com"), ("work.startDate", new DateOnly(2020, 1, 1)));
        await fixture.App.SyncAsync(cancellationToken: Ct);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var store = fixture.Get<ResourceStore>();
        await using var db = await fixture.ContextAsync();

        foreach (var number in (int[])[1, 2])
        {
            var version = (await fixture.Get<BearerStore>().FindVersionAsync(directory, number, Ct))!;
            var users = await UsersAt(db, directory, number).OrderBy(user => user.Ordinal).ToListAsync(Ct);
            var members = await MembersAt(db, directory, number).OrderBy(member => member.UserOrdinal).ToListAsync(Ct);
            Assert.Equal(129 + number, users.Count);
            Assert.Equal(users.Count, version.Users);

            foreach (var (skip, take) in ((int, int)[])[(0, 1000), (0, 1), (99, 2), (100, 1), (users.Count - 1, 10), (users.Count, 10), (5, 0)])
            {
                var page = await store.ListAsync(new ListQuery(version, [ResourceTable.Users], null, null, "") { WithOrdinals = true, Skip = skip, Take = take }, Ct);
                Same(users.Skip(skip).Take(take), page.Resources);
                Assert.Equal(users.Count, page.Total);
            }

            var behind = await store.ListAsync(new ListQuery(version, [ResourceTable.Users], null, null, "") { WithOrdinals = true, After = users[9].Ordinal, Skip = 10, Take = 7 }, Ct);
            Same(users.Skip(10).Take(7), behind.Resources);
            foreach (var user in users.Take(20))
            {
                var found = (await store.FindAsync(ResourceTable.Users, version, user.Id, Ct))!;
                Assert.Equal(user.Id, found.Id);
                Assert.Equal(user.Hash, found.Hash);
                Assert.Equal(user.Body, found.Body);
                var byName = FilterBinder.Bind(FilterParser.Parse($"userName eq \"{user.UserName}\"", FilterLimits.Default), SchemaCatalog.Load(), "User");
                Same([user], (await store.ListAsync(new ListQuery(version, [ResourceTable.Users], [byName], null, "") { WithOrdinals = true, Take = 5 }, Ct)).Resources);
            }

            foreach (var group in await db.Groups.AsNoTracking().Where(group => group.ValidTo == Versions.Open).Take(30).ToListAsync(Ct))
            {
                var read = new List<StoredMember>();
                await foreach (var batch in fixture.Get<MemberStore>().BatchesAsync(version, group.Id, null, "", Ct))
                {
                    read.AddRange(batch);
                }

                Assert.Equal(members.Where(member => member.GroupId == group.Id).Select(member => new StoredMember(member.UserId, member.Display)), read);
            }
        }

        Assert.Null(await fixture.Get<BearerStore>().FindVersionAsync(directory, 3, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_read_that_takes_too_long_ends_when_it_is_cancelled(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await using var session = await fixture.Get<IReadSessions>().OpenAsync(Ct);
        var endless = session.Command("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => session.QueryAsync(endless, async (reader, token) => await reader.ReadAsync(token), soon.Token).AsTask());

        Assert.True(await session.QueryAsync(session.Command("SELECT 1"), async (reader, token) => await reader.ReadAsync(token), Ct));
    }

    private static IQueryable<UserRecord> UsersAt(ScimBridgeContext db, DirectoryId directory, int version) => db.Users.AsNoTracking()
        .Where(user => user.DirectoryId == directory.Value && user.ValidFrom <= version && user.ValidTo > version);

    private static IQueryable<MembershipRecord> MembersAt(ScimBridgeContext db, DirectoryId directory, int version) => db.Memberships.AsNoTracking()
        .Where(member => member.DirectoryId == directory.Value && member.ValidFrom <= version && member.ValidTo > version);

    private static void Same(IEnumerable<UserRecord> expected, IEnumerable<StoredResource> read)
    {
        var (left, right) = (expected.ToList(), read.ToList());
        Assert.Equal(left.Select(user => user.Ordinal), right.Select(resource => resource.Ordinal));
        Assert.All(left.Zip(right), pair => Assert.Equal(pair.First.Body, pair.Second.Body));
    }
}
