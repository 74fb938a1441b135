using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ScimBridge.Admin;
using ScimBridge.Admin.Accounts;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin.Accounts;

public sealed class AdminAccountSetupTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_first_start_without_a_password_makes_one_and_tells_it_once(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var storage = Storage(database);
        await storage.GetRequiredService<DatabaseMigrator>().MigrateAsync(Ct);

        var made = await Setup(storage, null).EnsureAsync(Ct);
        var again = await Setup(storage, null).EnsureAsync(Ct);

        Assert.Matches("^([a-z2-9]{6}-){3}[a-z2-9]{6}$", made);
        Assert.Null(again);
        var account = await AccountAsync(storage);
        Assert.True(new AdminPasswords().IsRight(account, made!));
        Assert.DoesNotContain(made!, account!.PasswordHash, StringComparison.Ordinal);
        Assert.Equal((AdminRole.Admin, true, "system"), (account.Role, account.MustChangePassword, account.CreatedBy));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_start_makes_no_account_where_somebody_has_another_one(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var storage = Storage(database);
        await storage.GetRequiredService<DatabaseMigrator>().MigrateAsync(Ct);
        await Setup(storage, null).EnsureAsync(Ct);
        var accounts = storage.GetRequiredService<AdminAccountStore>();
        var other = new AdminAccountRecord
        {
            UserName = "eve",
            UserNameKey = "EVE",
            Role = AdminRole.Admin,
            SecurityStamp = "1",
            CreatedBy = "admin",
        };
        Assert.Null(await accounts.AddAsync(other, Ct));
        Assert.Null((await accounts.DeleteAsync("admin", null, Ct)).Refusal);

        Assert.Null(await Setup(storage, null).EnsureAsync(Ct));

        Assert.Null(await AccountAsync(storage));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_configured_password_holds_and_is_set_only_when_it_changed(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var storage = Storage(database);
        await storage.GetRequiredService<DatabaseMigrator>().MigrateAsync(Ct);
        Assert.Null(await Setup(storage, "the first password").EnsureAsync(Ct));
        var first = await AccountAsync(storage);

        Assert.Null(await Setup(storage, "the first password").EnsureAsync(Ct));
        var same = await AccountAsync(storage);
        await storage.GetRequiredService<AdminAccountStore>().AddAsync(
            new AdminAccountRecord { UserName = "eve", UserNameKey = "EVE", Role = AdminRole.Admin, SecurityStamp = "1", CreatedBy = "admin" }, Ct);
        var disabled = await storage.GetRequiredService<AdminAccountStore>().ChangeAsync("admin", null, AdminRole.Viewer, disabled: true, Ct);
        Assert.Null(await Setup(storage, "the first password").EnsureAsync(Ct));
        var still = await AccountAsync(storage);
        Assert.Null(await Setup(storage, "the second password").EnsureAsync(Ct));
        var second = await AccountAsync(storage);

        Assert.Equal((first!.PasswordHash, first.SecurityStamp, false), (same!.PasswordHash, same.SecurityStamp, same.MustChangePassword));
        Assert.Null(disabled.Refusal);
        Assert.True(still!.Disabled);
        Assert.False(new AdminPasswords().IsRight(second, "the first password"));
        Assert.True(new AdminPasswords().IsRight(second, "the second password"));
        Assert.NotEqual(first.SecurityStamp, second!.SecurityStamp);
        Assert.Equal((AdminRole.Admin, false, false), (second.Role, second.Disabled, second.MustChangePassword));
    }

    [Fact]
    public void Generated_passwords_differ() => Assert.NotEqual(AdminPasswords.Generate(), AdminPasswords.Generate());

    private static ServiceProvider Storage(TestDatabase database)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        services.AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(
            new Microsoft.Extensions.Configuration.ConfigurationManager
            {
                ["Storage:Provider"] = database.Provider,
                ["Storage:ConnectionString"] = database.ConnectionString,
            });
        return services.AddStorage().BuildServiceProvider();
    }

    private static Task<AdminAccountRecord?> AccountAsync(IServiceProvider storage) =>
        storage.GetRequiredService<AdminAccountStore>().FindAsync("admin", Ct);

    private static AdminAccountSetup Setup(IServiceProvider storage, string? password) => new(
        storage.GetRequiredService<AdminAccountStore>(), new AdminPasswords(), Options.Create(new AdminOptions { Password = password }),
        TimeProvider.System, NullLogger<AdminAccountSetup>.Instance);
}
