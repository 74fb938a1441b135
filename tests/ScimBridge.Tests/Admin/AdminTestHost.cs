using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ScimBridge.Admin;
using ScimBridge.Admin.Accounts;
using ScimBridge.Directories;
using ScimBridge.HiBob;
using ScimBridge.Mapping;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Reporting;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync;
using ScimBridge.Tests.TestDatabases;

namespace ScimBridge.Tests.Admin;

/// <summary>The real server's admin and reporting parts on a port of their own, with a database of their own.</summary>
internal sealed class AdminTestHost : IAsyncDisposable
{
    public const string Password = "correct horse battery";
    public const string ApiKey = "0123456789abcdef0123456789abcdef";

    private readonly TestDatabase _database;
    private readonly WebApplication _app;
    private readonly List<IDisposable> _clients = [];
    private readonly Dictionary<HttpClient, CookieContainer> _cookies = [];

    private AdminTestHost(TestDatabase database, WebApplication app, WaitingHiBob hiBob)
    {
        _database = database;
        _app = app;
        HiBob = hiBob;
    }

    public WaitingHiBob HiBob { get; }

    /// <summary>The password of <c>admin</c> if the start made one.</summary>
    public string? MadePassword { get; private init; }

    /// <summary>Where it stores, for another host beside it.</summary>
    public TestDatabase Database => _database;

    private bool OwnsDatabase { get; init; }

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<AdminTestHost> StartAsync(
        CancellationToken cancellationToken, string provider = Databases.Sqlite, string? password = Password, string? apiKey = ApiKey,
        IReadOnlyDictionary<string, string?>? settings = null, TestDatabase? beside = null, TimeProvider? time = null)
    {
        var database = beside ?? await TestDatabase.CreateAsync(provider, cancellationToken);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = database.Provider,
            ["Storage:ConnectionString"] = database.ConnectionString,
            ["Secrets:Key"] = Convert.ToBase64String(new byte[32]),
            ["Admin:Password"] = password,
            ["Admin:ApiKey"] = apiKey,

            // The runs that tests store are of fixed days, and must not be old some day.
            ["Retention:RunDays"] = "3650",
        });
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        var hiBob = new WaitingHiBob();
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddStorage();
        builder.Services.AddDirectories();
        builder.Services.AddSingleton(FilterLimits.Default);
        builder.Services.AddHiBob();
        builder.Services.AddMapping(builder.Configuration);
        builder.Services.AddSync();
        builder.Services.AddAdmin();
        builder.Services.AddReporting();
        builder.Services.AddHttpClient(HiBobClient.ClientName).ConfigurePrimaryHttpMessageHandler(() => hiBob);

        // Hangfire keeps its log provider in a static: a logger factory that no host disposes.
        builder.Services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        var app = builder.Build();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapAdmin();
        app.MapReporting();
        await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        var made = await app.Services.GetRequiredService<AdminAccountSetup>().EnsureAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        return new AdminTestHost(database, app, hiBob) { MadePassword = made, OwnsDatabase = beside is null };
    }

    /// <summary>A browser: keeps cookies, and shows redirects instead of following them.</summary>
    public HttpClient Browser()
    {
        var cookies = new CookieContainer();
        var browser = Client(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies });
        _cookies[browser] = cookies;
        return browser;
    }

    /// <summary>The cookies that a browser has, as it would send them.</summary>
    public string CookiesOf(HttpClient browser) => _cookies[browser].GetCookieHeader(Address);

    /// <summary>A client with a bearer token, or none.</summary>
    public HttpClient Bearer(string? token)
    {
        var client = Client(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public HttpClient Api() => Bearer(ApiKey);

    /// <summary>A directory that is linked, with its schedule.</summary>
    public async Task<DirectoryRecord> DeclareAsync(string key, CancellationToken cancellationToken, string? name = null)
    {
        var directory = await Services.GetRequiredService<DirectoryStore>().DeclareAsync(
            new DirectoryDeclaration
            {
                Key = key,
                Name = name ?? key,
                Organization = $"{key} Inc.",
                BaseUrl = HiBobHosts.Production,
                ServiceUserId = $"SERVICE-{key}",
                ProtectedToken = Services.GetRequiredService<CredentialProtector>().Protect(key, "secret-service-token"),
                Settings = new DirectorySettings { IncludeHomeAddress = false },
            },
            cancellationToken);

        // Counted from half an interval ago, and not stored: a schedule that counts from now runs at once in a minute's first second.
        directory.FirstSyncAt = DateTimeOffset.UtcNow.AddMinutes(-15);
        Services.GetRequiredService<SyncSchedule>().Register(directory);
        return directory;
    }

    /// <summary>A SCIM token of the directory.</summary>
    public async Task<string> TokenAsync(DirectoryRecord directory, CancellationToken cancellationToken)
    {
        var token = ScimTokens.Generate();
        await Services.GetRequiredService<ScimTokenStore>().AddAsync(
            new DirectoryId(directory.Id), "test", ScimTokenOrigin.Generated, ScimTokens.PrintOf(token), cancellationToken);
        return token;
    }

    /// <summary>Changes rows directly.</summary>
    public async Task StoreAsync(Action<ScimBridgeContext> change, CancellationToken cancellationToken)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync(cancellationToken);
        change(db);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        HiBob.Answer();
        _clients.ForEach(client => client.Dispose());

        // Stopped first, so that what a job does to end its run still finds the services.
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        HiBob.Dispose();
        if (OwnsDatabase)
        {
            await _database.DisposeAsync();
        }
    }

    private HttpClient Client(HttpMessageHandler handler)
    {
        var client = new HttpClient(handler) { BaseAddress = Address };
        _clients.Add(client);
        return client;
    }
}
