using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Storage;

public sealed class VersionWriterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_half_written_version_is_never_seen_and_the_next_sync_cleans_it_up(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider, people: 130);
        await fixture.App.SyncAsync(cancellationToken: Ct);
        var before = await AnswersAsync(fixture.App);

        await AbandonHalfWrittenVersionAsync(fixture);
        Assert.Equal(before, await AnswersAsync(fixture.App));

        var run = await fixture.App.SyncAsync(cancellationToken: Ct);
        Assert.Equal((SyncOutcome.Succeeded, 130, 1), (run.Outcome, run.Unchanged, run.VersionAfter));
        Assert.Equal(before, await AnswersAsync(fixture.App));
        await using var db = await fixture.ContextAsync();
        Assert.Equal(130, await db.Users.CountAsync(user => user.ValidFrom == 1 && user.ValidTo == Versions.Open, Ct));
        Assert.Equal(130, await db.Users.CountAsync(Ct));
        Assert.False(await db.UserEmails.AnyAsync(email => email.ValidTo != Versions.Open || email.ValidFrom != 1, Ct));
        Assert.False(await db.Memberships.AnyAsync(row => row.ValidTo != Versions.Open || row.ValidFrom != 1, Ct));
        Assert.False(await db.PageAnchors.AnyAsync(row => row.ValidTo != Versions.Open || row.ValidFrom != 1, Ct));
        Assert.Null((await db.Directories.AsNoTracking().SingleAsync(Ct)).Applying);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_change_found_after_a_crash_makes_the_next_version(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider, people: 130);
        await fixture.App.SyncAsync(cancellationToken: Ct);
        await AbandonHalfWrittenVersionAsync(fixture);
        var person = fixture.Simulators[0].Company.People[5];
        fixture.Simulators[0].Company.Update(person.Id, "root.displayName", "Changed Meanwhile");

        var run = await fixture.App.SyncAsync(cancellationToken: Ct);

        // Those who report to the person change too.
        Assert.Equal((SyncOutcome.Succeeded, 2), (run.Outcome, run.VersionAfter));
        Assert.InRange(run.Updated, 1, 129);
        Assert.Equal(person.Id, (string)Assert.Single((await fixture.App.Scim.FilterAsync("Users", "displayName eq \"changed meanwhile\"")).Resources())["externalId"]!);
        Assert.Equal(130, (await fixture.App.Scim.GetScimAsync("Users?count=1000")).Ids().Count);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_run_whose_lease_another_took_writes_nothing_more(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        await fixture.App.SyncAsync(cancellationToken: Ct);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var writer = fixture.Get<VersionWriter>();
        var lost = new WriterLease(directory, Guid.NewGuid(), 1);
        var runs = fixture.Get<SyncRunStore>();
        await runs.RequestAsync(directory, SyncTrigger.Api, Ct);
        var holder = await runs.TryStartAsync(directory, Ct);

        await Assert.ThrowsAsync<LeaseLostException>(() => writer.BeginAsync(lost, Ct));
        await Assert.ThrowsAsync<LeaseLostException>(() => writer.CloseAsync<UserRecord>(lost, [1], Ct));
        await Assert.ThrowsAsync<LeaseLostException>(() => writer.InsertAsync<UserEmailRecord>(lost, [Email(directory)], Ct));
        await Assert.ThrowsAsync<LeaseLostException>(() => writer.RefreshSourcesAsync(lost, [new SourceRefresh(1, [1], [1]) { MissingSince = null, OutOfScopeSince = null, ReadAt = default, Reason = "employed", Attributes = 0 }], Ct));
        await Assert.ThrowsAsync<LeaseLostException>(() => writer.RemoveUnpublishedAsync(lost, Ct));
        await Assert.ThrowsAsync<LeaseLostException>(() => writer.PublishAsync(
            lost, new DirectoryVersionRecord { DirectoryId = directory.Value, Version = 2 }, new Ordinals(1, 1), new SyncResult { Outcome = SyncOutcome.Succeeded }, Ct));

        // The holder of the lease can't either once the directory has moved.
        var moved = new WriterLease(directory, holder.RunId!.Value, BaseVersion: 0);
        await Assert.ThrowsAsync<LeaseLostException>(() => writer.BeginAsync(moved, Ct));
        await writer.BeginAsync(moved with { BaseVersion = 1 }, Ct);
        await using var db = await fixture.ContextAsync();
        Assert.False(await db.UserEmails.AnyAsync(email => email.UserId == "nobody", Ct));
        Assert.Equal(1, await db.DirectoryVersions.CountAsync(Ct));
    }

    /// <summary>Writes as a run does that dies in the middle: rows closed, rows added, anchors moved, nothing published, the lease run out.</summary>
    private static async Task AbandonHalfWrittenVersionAsync(StorageFixture fixture)
    {
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var runs = fixture.Get<SyncRunStore>();
        var writer = fixture.Get<VersionWriter>();
        await runs.RequestAsync(directory, SyncTrigger.Api, Ct);
        var start = await runs.TryStartAsync(directory, Ct);
        var lease = new WriterLease(directory, start.RunId!.Value, 1);
        await using var db = await fixture.ContextAsync();
        var victims = await db.Users.AsNoTracking().OrderBy(user => user.Ordinal).Take(40).ToListAsync(Ct);
        var memberships = await db.Memberships.Select(row => row.RowId).Take(20).ToListAsync(Ct);

        await writer.BeginAsync(lease, Ct);
        await writer.CloseAsync<UserRecord>(lease, [.. victims.Select(user => user.RowId)], Ct);
        await writer.CloseEmailsAsync(lease, [.. victims.Select(user => user.Id)], Ct);
        await writer.CloseAsync<MembershipRecord>(lease, memberships, Ct);
        foreach (var user in victims.Take(30))
        {
            (user.RowId, user.ValidFrom, user.Body) = (0, lease.NextVersion, "{}"u8.ToArray());
        }

        await writer.InsertUsersAsync(lease, [.. victims.Take(30)], [Email(directory)], Ct);
        await writer.MoveAnchorsAsync(lease, AnchoredList.Users, Ct);
        await db.Directories.ExecuteUpdateAsync(set => set.SetProperty(record => record.LeaseUntil, DateTimeOffset.UtcNow.AddMinutes(-1)), Ct);
    }

    private static UserEmailRecord Email(DirectoryId directory) => new()
    {
        DirectoryId = directory.Value,
        ValidFrom = 2,
        ValidTo = Versions.Open,
        UserId = "nobody",
        Value = "x@example.com",
        ValueKey = "X@EXAMPLE.COM",
    };

    private static async Task<string> AnswersAsync(ScimBridgeApp app)
    {
        string[] paths = ["Users?count=1000", "Users?startIndex=101&count=5", "Users?count=0", "Groups?count=1000", "Users?filter=emails.value%20pr&count=1000", "Users?filter=active%20eq%20true"];
        return string.Join('\n', await Task.WhenAll(paths.Select(path => app.Scim.GetStringAsync(new Uri(path, UriKind.Relative), Ct))));
    }
}
