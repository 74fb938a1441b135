using System.Net.Http.Headers;
using Hangfire;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests;

/// <summary>The real server on a real port with a real database, linked to simulated HiBobs over real HTTP.</summary>
/// <remarks>
/// A directory a simulator: <c>acme</c>, <c>globex</c>, <c>initech</c>. Nothing syncs by itself unless <c>jobs</c> is set;
/// <see cref="SyncAsync"/> runs a sync to its end.
/// </remarks>
internal sealed class ScimBridgeApp : WebApplicationFactory<Program>
{
    /// <summary>The keys of the directories, in the order of their simulators.</summary>
    public static readonly IReadOnlyList<string> Keys = ["acme", "globex", "initech"];

    private readonly Dictionary<string, string?> settings;
    private readonly bool jobs;
    private readonly TimeProvider? time;
    private readonly ILoggerFactory logs;

    private ScimBridgeApp(Dictionary<string, string?> settings, bool jobs, TimeProvider? time, ILoggerFactory? logs)
    {
        (this.settings, this.jobs, this.time, this.logs) = (settings, jobs, time, logs ?? NullLoggerFactory.Instance);
        UseKestrel(0);
    }

    /// <summary>A client of the first directory, below the SCIM base URL.</summary>
    public HttpClient Scim { get; private set; } = null!;

    /// <summary>The server's address, without a slash at its end.</summary>
    public string Address { get; private set; } = null!;

    /// <summary>Starts the server.</summary>
    /// <param name="database">Where it stores.</param>
    /// <param name="simulators">The HiBob of each directory.</param>
    /// <param name="jobs">Whether schedules and queued syncs run by themselves.</param>
    /// <param name="time">The clock; the system's when left out.</param>
    /// <param name="settings">Settings on top, or instead of the usual ones.</param>
    /// <param name="logs">Where it logs to, which nobody may dispose; nowhere when left out.</param>
    public static ScimBridgeApp Start(
        TestDatabase database,
        IReadOnlyList<HiBobSimulatorServer> simulators,
        bool jobs = false,
        TimeProvider? time = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        ILoggerFactory? logs = null)
    {
        var all = new Dictionary<string, string?>
        {
            ["Environment"] = "Testing",
            ["Storage:Provider"] = database.Provider,
            ["Storage:ConnectionString"] = database.ConnectionString,
            ["Secrets:Key"] = Convert.ToBase64String(new byte[32]),
            ["Admin:ApiKey"] = ApiKey,
            ["Admin:Password"] = AdminPassword,
        };
        for (var index = 0; index < simulators.Count; index++)
        {
            all[$"HiBob:AllowedHosts:{index}"] = simulators[index].BaseUrl.Authority;
            all[$"Directories:{index}:Key"] = Keys[index];
            all[$"Directories:{index}:Name"] = $"{Keys[index]} directory";
            all[$"Directories:{index}:HiBob:BaseUrl"] = simulators[index].BaseUrl.AbsoluteUri;
            all[$"Directories:{index}:HiBob:ServiceUserId"] = simulators[index].Options.ServiceUserId;
            all[$"Directories:{index}:HiBob:Token"] = simulators[index].Options.Token;
            all[$"Directories:{index}:ScimTokens:0"] = Token(Keys[index]);
        }

        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            all[name] = value;
        }

        var app = new ScimBridgeApp(all, jobs, time, logs);
        app.StartServer();
        app.Address = app.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        app.Scim = app.ClientOf(Keys[0]);
        return app;
    }

    /// <summary>The key of the admin API.</summary>
    public const string ApiKey = "test-api-key-0123456789abcdef0123456789abcdef";

    /// <summary>The password of the account <c>admin</c>.</summary>
    public const string AdminPassword = "correct horse battery staple";

    /// <summary>The SCIM token of a directory.</summary>
    public static string Token(string directoryKey) => $"test-token-of-{directoryKey}-0123456789abcdef0123456789abcdef";

    /// <summary>A client of a directory, below the SCIM base URL.</summary>
    public HttpClient ClientOf(string directoryKey)
    {
        var client = new HttpClient { BaseAddress = new Uri($"{Address}/scim/v2/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(directoryKey));
        return client;
    }

    /// <summary>A client without credentials, below the server's root.</summary>
    public HttpClient Anonymous() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address) };

    /// <summary>Asks for a sync and runs it to its end, as the job would.</summary>
    /// <returns>The run as it was recorded.</returns>
    public Task<SyncRunRecord> SyncAsync(string directoryKey = "acme", CancellationToken cancellationToken = default) =>
        RunAsync(SyncRequest.Full(SyncTrigger.Api), directoryKey, cancellationToken);

    /// <summary>Asks for a run of any kind and runs it to its end, as the job would.</summary>
    /// <returns>The run as it was recorded.</returns>
    public async Task<SyncRunRecord> RunAsync(SyncRequest request, string directoryKey = "acme", CancellationToken cancellationToken = default)
    {
        var directory = await DirectoryAsync(directoryKey, cancellationToken);
        var runs = Services.GetRequiredService<SyncRunStore>();
        var (runId, _) = await runs.RequestAsync(directory, request, cancellationToken);
        var start = await runs.TryStartAsync(directory, cancellationToken);
        Assert.Equal(runId, start.RunId);
        await Services.GetRequiredService<DirectorySync>().RunAsync(start, cancellationToken);
        return (await runs.FindAsync(directory, runId, cancellationToken))!;
    }

    /// <summary>The internal id of a directory.</summary>
    public async Task<DirectoryId> DirectoryAsync(string directoryKey = "acme", CancellationToken cancellationToken = default) =>
        new((await Services.GetRequiredService<DirectoryStore>().FindAsync(directoryKey, cancellationToken))!.Id);

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureServices(services =>
        {
            // Hangfire keeps its log provider in a static: a logger factory that no server disposes.
            services.Replace(ServiceDescriptor.Singleton(logs));
            if (time is not null)
            {
                services.Replace(ServiceDescriptor.Singleton(time));
            }

            if (!jobs)
            {
                services.RemoveAll<BackgroundJobServer>();
                foreach (var hosted in services.Where(service => service.ServiceType == typeof(IHostedService) && RunsJobs(service)).ToList())
                {
                    services.Remove(hosted);
                }
            }
        });
    }

    private static bool RunsJobs(ServiceDescriptor service) =>
        service.ImplementationType == typeof(SyncStartup)
        || service.ImplementationFactory?.Method.Module.Assembly == typeof(HangfireServiceCollectionExtensions).Assembly
        || service.ImplementationType == typeof(BackgroundJobServerHostedService);
}
