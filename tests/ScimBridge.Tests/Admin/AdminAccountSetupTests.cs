using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ScimBridge.Admin;
using ScimBridge.Storage;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin;

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
        Assert.NotNull(await Passwords(storage).CheckAsync("admin", made!, Ct));
        var account = await storage.GetRequiredService<AdminAccountStore>().FindAsync("admin", Ct);
        Assert.DoesNotContain(made!, account!.PasswordHash, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_configured_password_holds_and_is_set_only_when_it_changed(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var storage = Storage(database);
        await storage.GetRequiredService<DatabaseMigrator>().MigrateAsync(Ct);
        Assert.Null(await Setup(storage, "the first password").EnsureAsync(Ct));
        var first = await Passwords(storage).CheckAsync("admin", "the first password", Ct);

        Assert.Null(await Setup(storage, "the first password").EnsureAsync(Ct));
        var same = await Passwords(storage).CheckAsync("admin", "the first password", Ct);
        Assert.Null(await Setup(storage, "the second password").EnsureAsync(Ct));

        Assert.NotNull(first);
        Assert.Equal(first, same);
        Assert.Null(await Passwords(storage).CheckAsync("admin", "the first password", Ct));
        var second = await Passwords(storage).CheckAsync("admin", "the second password", Ct);
        Assert.NotNull(second);
        Assert.NotEqual(first, second);
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

    private static AdminPasswords Passwords(IServiceProvider storage) => new(storage.GetRequiredService<AdminAccountStore>());

    private static AdminAccountSetup Setup(IServiceProvider storage, string? password) => new(
        storage.GetRequiredService<AdminAccountStore>(), Passwords(storage), Options.Create(new AdminOptions { Password = password }),
        NullLogger<AdminAccountSetup>.Instance);
}
