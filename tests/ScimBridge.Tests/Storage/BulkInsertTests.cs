using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Storage;

public sealed class BulkInsertTests
{
    private const string Odd = "Å '\"\\ \u0001\t\n % _ 😀 \u200f";

    private static readonly DateTimeOffset Moment = new(2026, 2, 28, 23, 59, 59, 999, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_kind_of_row_comes_back_as_it_was_written(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);

        await ShouldComeBackAsync(fixture, User("1", Odd), User("2", null), User("3", ""));
        await ShouldComeBackAsync(
            fixture,
            new UserEmailRecord { DirectoryId = 7, ValidFrom = 1, ValidTo = Versions.Open, UserId = "1", Value = Odd, ValueKey = Odd, Type = "work" },
            new UserEmailRecord { DirectoryId = 7, ValidFrom = 1, ValidTo = 2, UserId = "2", Value = "", ValueKey = "", Type = null });
        await ShouldComeBackAsync(
            fixture,
            new GroupRecord
            {
                DirectoryId = 7,
                ValidFrom = 1,
                ValidTo = Versions.Open,
                Ordinal = int.MaxValue,
                Id = "g",
                ExternalId = Odd,
                DisplayName = Odd,
                DisplayNameKey = Odd,
                Members = 50_000,
                Created = Moment,
                LastModified = Moment.AddTicks(1),
                Search = "{}",
                Hash = [0, 255, 128],
                Body = [],
            });
        await ShouldComeBackAsync(
            fixture,
            new MembershipRecord { DirectoryId = 7, ValidFrom = 1, ValidTo = Versions.Open, GroupId = "g", UserId = "1", UserOrdinal = 1, Display = Odd, DisplayKey = Odd },
            new MembershipRecord { DirectoryId = 7, ValidFrom = 1, ValidTo = Versions.Open, GroupId = "g", UserId = "2", UserOrdinal = 2, Display = null, DisplayKey = null });
        await ShouldComeBackAsync(
            fixture,
            new PageAnchorRecord { DirectoryId = 7, ValidFrom = 1, ValidTo = Versions.Open, List = AnchoredList.Users, Position = 100, Ordinal = 5 },
            new PageAnchorRecord { DirectoryId = 7, ValidFrom = 1, ValidTo = Versions.Open, List = AnchoredList.Groups, Position = 100, Ordinal = 6 });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Rows_written_by_EF_and_in_bulk_are_the_same_rows(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        await using var db = await fixture.ContextAsync();
        await InsertAsync(fixture, db, [User("bulk", Odd)]);
        db.Users.Add(User("saved", Odd));
        await db.SaveChangesAsync(Ct);

        var sameMoment = await db.Users.AsNoTracking().Where(user => user.DirectoryId == 7 && user.Created == Moment && user.MissingSince == Moment.AddDays(1)
            && user.Active && user.Hash == new byte[] { 1, 2, 3 }).CountAsync(Ct);

        Assert.Equal(2, sameMoment);
    }

    private static UserRecord User(string id, string? text) => new()
    {
        DirectoryId = 7,
        ValidFrom = 1,
        ValidTo = Versions.Open,
        Ordinal = 3,
        Id = id,
        ExternalId = $"{id}-{Odd}",
        UserName = $"{id}{text}",
        UserNameKey = $"{id}{text}",
        DisplayName = text,
        DisplayNameKey = text,
        Active = text is not null,
        Reason = "employed",
        Created = Moment,
        LastModified = DateTimeOffset.MaxValue.AddTicks(-1),
        MissingSince = text is null ? null : Moment.AddDays(1),
        GivenName = text,
        FamilyName = text,
        Title = text,
        UserType = text,
        EmployeeNumber = text,
        Department = text,
        Site = text,
        ManagerId = text,
        LifecycleStatus = text,
        StartDate = text,
        TerminationDate = text,
        Attributes = long.MinValue,
        InputHash = [9],
        Search = "{}",
        Hash = [1, 2, 3],
        Body = [0, 255],
        Source = [.. Enumerable.Range(0, 100_000).Select(index => (byte)index)],
    };

    private static async Task ShouldComeBackAsync<T>(StorageFixture fixture, params T[] rows)
        where T : class, IVersionedRecord
    {
        await using var db = await fixture.ContextAsync();
        await InsertAsync(fixture, db, rows);

        var read = await db.Set<T>().AsNoTracking().Where(row => row.DirectoryId == 7).OrderBy(row => row.RowId).ToListAsync(Ct);

        Assert.Equal(rows.Length, read.Count);
        Assert.All(rows.Zip(read), pair => Assert.Equal(WithoutRowId(pair.First), WithoutRowId(pair.Second)));
        Assert.Equal(read.Count, read.Select(row => row.RowId).Distinct().Count());
    }

    private static async Task InsertAsync<T>(StorageFixture fixture, ScimBridgeContext db, IReadOnlyCollection<T> rows)
        where T : class
    {
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        await fixture.Get<IBulkInsert>().InsertAsync(db, rows, Ct);
        await transaction.CommitAsync(Ct);
    }

    private static string WithoutRowId<T>(T row)
        where T : IVersionedRecord
    {
        var json = JsonSerializer.SerializeToNode(row)!.AsObject();
        json.Remove(nameof(IVersionedRecord.RowId));
        return json.ToJsonString();
    }
}
