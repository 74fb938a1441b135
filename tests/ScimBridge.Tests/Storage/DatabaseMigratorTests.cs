using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Storage;

public sealed class DatabaseMigratorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_migrations_make_what_the_model_says_and_applying_them_again_does_nothing(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        await using var db = await fixture.ContextAsync();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Ct));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => fixture.Get<DatabaseMigrator>().MigrateAsync(Ct)));
        Assert.NotEmpty(await db.Database.GetAppliedMigrationsAsync(Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Text_sorts_and_compares_byte_by_byte(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        await using var db = await fixture.ContextAsync();
        string[] names = ["bb", "BB", "aa", "AA", "_", "ä", "Z", "é", "e\u0301", "-aa-", "😀", "\uFF21"];
        foreach (var name in names)
        {
            db.AdminAccounts.Add(new() { UserName = name, UserNameKey = name, PasswordHash = "x", SecurityStamp = "x", CreatedBy = "x" });
        }

        await db.SaveChangesAsync(Ct);
        var stored = db.AdminAccounts.AsNoTracking().Where(account => account.PasswordHash == "x").Select(account => account.UserName);

        // By code points, in which UTF-8 sorts.
        Assert.Equal(
            names.OrderBy(name => string.Concat(name.EnumerateRunes().Select(rune => rune.Value.ToString("x8", null))), StringComparer.Ordinal),
            await stored.OrderBy(name => name).ToListAsync(Ct));
        Assert.Equal(["aa"], await stored.Where(name => name == "aa").ToListAsync(Ct));
        Assert.Equal(["aa"], await stored.Where(name => name.StartsWith("aa")).ToListAsync(Ct));
        Assert.Equal(["AA"], await stored.Where(name => name.EndsWith("AA")).ToListAsync(Ct));
    }
}
