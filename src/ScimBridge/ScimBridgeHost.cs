using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ScimBridge.Admin;
using ScimBridge.Admin.Accounts;
using ScimBridge.Demo;
using ScimBridge.Directories;
using ScimBridge.Employees;
using ScimBridge.HiBob;
using ScimBridge.Hosting;
using ScimBridge.Mapping;
using ScimBridge.Reporting;
using ScimBridge.Scim;
using ScimBridge.Scim.OAuth;
using ScimBridge.Storage;
using ScimBridge.Sync;
using ScimBridge.Sync.Alerts;
using ScimBridge.Sync.Retention;
using ScimBridge.Sync.Webhooks;

namespace ScimBridge;

/// <summary>The composition root, the only code that sees every folder.</summary>
internal static class ScimBridgeHost
{
    /// <summary>Registers everything.</summary>
    public static void AddScimBridge(this WebApplicationBuilder builder)
    {
        if (ListenAddresses.Of(builder.Configuration) is [ListenAddresses.Default])
        {
            builder.WebHost.UseUrls(ListenAddresses.Default);
        }

        // From a build too, and not in Development alone: its assets lie where the packages are.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Room for the longest filter, percent-encoded, so that one too long gets a SCIM error and not Kestrel's bare 414.
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHosting();
        builder.Services.AddStorage();
        builder.Services.AddDirectories();
        builder.Services.AddHiBob();
        builder.Services.AddMapping(builder.Configuration);
        builder.Services.AddSync();
        builder.Services.AddScim();
        builder.Services.AddReporting();
        builder.Services.AddAdmin();
        builder.Services.AddDemo();
    }

    /// <summary>Maps every route.</summary>
    public static void MapScimBridge(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<ScimPath>();
        app.UseWhen(ScimPath.Covers, scim => scim.UseResponseCompression());
        app.UseMiddleware<ScimErrors>();
        app.UseWhen(AdminPaths.IsPage, pages => pages.UseStatusCodePagesWithReExecute(AdminPaths.NotFound, createScopeForStatusCodePages: true));
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.UseMiddleware<ScimNegotiation>();
        app.UseMiddleware<ScimRequestSize>();
        app.MapScim();
        app.MapProtectedResource();
        app.MapReporting();
        app.MapWebhooks();
        app.MapAdmin();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(HostingServices.ReadyTag) });
    }

    /// <summary>Everything that is wrong with the settings, one sentence a fault.</summary>
    public static IReadOnlyList<string> Faults(IServiceProvider services)
    {
        IEnumerable<string> faults =
        [
            .. SettingsFaults.Of<HostingOptions>(services),
            .. SettingsFaults.Of<StorageOptions>(services),
            .. SettingsFaults.Of<SecretsOptions>(services),
            .. SettingsFaults.Of<DirectoriesOptions>(services),
            .. SettingsFaults.Of<HiBobOptions>(services),
            .. HostFaults(services),
            .. DemoTokenFaults(services),
            .. SettingsFaults.Of<ScimOptions>(services),
            .. AccessTokenFaults(services),
            .. SettingsFaults.Of<AdminOptions>(services),
            .. SettingsFaults.Of<DemoOptions>(services),
            .. SettingsFaults.Of<SyncOptions>(services),
            .. SettingsFaults.Of<AlertsOptions>(services),
            .. SettingsFaults.Of<RetentionOptions>(services),
            .. SettingsFaults.Of<AuditOptions>(services),
        ];

        // Some options look at others, and would repeat their faults.
        return [.. faults.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Brings the database and its directories to what the settings say, before anything is served or synced.</summary>
    /// <returns>What to tell whoever started the server, secrets that are shown once among it.</returns>
    public static async Task<StartupReport> PrepareAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        var services = app.Services;
        var password = await AgainAsync(() => services.GetRequiredService<AdminAccountSetup>().EnsureAsync(cancellationToken), cancellationToken);
        var demo = services.GetRequiredService<DemoDirectory>();
        var made = await AgainAsync(
            () => services.GetRequiredService<DirectoryRegistrar>().RegisterAsync(
                HiBobHosts.Production, demo.Enabled ? [DirectoryRegistrar.DemoKey] : [], cancellationToken),
            cancellationToken);
        var started = demo.Enabled ? await StartDemoAsync(services, cancellationToken) : null;
        if (started is null)
        {
            services.GetRequiredService<DemoOffer>().Open(token => StartDemoAsync(services, token));
        }

        return new StartupReport(made, started, password);
    }

    private static async Task<DemoStart> StartDemoAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var started = await services.GetRequiredService<DemoDirectory>().StartAsync(cancellationToken);

        // Another list, since requests may be looking through this one.
        var hiBob = services.GetRequiredService<IOptions<HiBobOptions>>().Value;
        hiBob.AllowedHosts = [.. hiBob.AllowedHosts, started.HiBobUrl.Authority];
        return started;
    }

    /// <summary>Prepares something that is there already the next time, should another server that starts at this very moment make the same rows.</summary>
    private static async Task<T> AgainAsync<T>(Func<Task<T>> prepare, CancellationToken cancellationToken)
    {
        const int Attempts = 5;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await prepare();
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), cancellationToken);
            }
        }
    }

    /// <summary>Directories whose HiBob is at a host that may not be read from; a sync would refuse it too, only later.</summary>
    private static IEnumerable<string> HostFaults(IServiceProvider services)
    {
        if (SettingsFaults.Of<DirectoriesOptions>(services).Any() || SettingsFaults.Of<HiBobOptions>(services).Any())
        {
            yield break;
        }

        var source = services.GetRequiredService<IEmployeeSource>();
        foreach (var directory in services.GetRequiredService<IOptions<DirectoriesOptions>>().Value.Directories)
        {
            if (directory.HiBob.BaseUrl is { } baseUrl && source.BaseUrlFault(new Uri(baseUrl)) is { } objection)
            {
                yield return $"Directory '{directory.Key}': {objection}";
            }
        }
    }

    /// <summary>A demo token that also opens a real directory.</summary>
    private static IEnumerable<string> DemoTokenFaults(IServiceProvider services)
    {
        if (SettingsFaults.Of<DirectoriesOptions>(services).Any() || SettingsFaults.Of<DemoOptions>(services).Any()
            || services.GetRequiredService<IOptions<DemoOptions>>().Value.ScimToken is not { Length: > 0 } token)
        {
            return [];
        }

        return services.GetRequiredService<IOptions<DirectoriesOptions>>().Value.Directories
            .Where(directory => directory.ScimTokens.Contains(token, StringComparer.Ordinal))
            .Select(directory => $"Demo:ScimToken is also a SCIM token of directory '{directory.Key}'; a token must open one only.");
    }

    /// <summary>Declared SCIM tokens that would be taken for access tokens, and so open nothing.</summary>
    private static IEnumerable<string> AccessTokenFaults(IServiceProvider services)
    {
        if (SettingsFaults.Of<DirectoriesOptions>(services).Any() || SettingsFaults.Of<ScimOptions>(services).Any()
            || !services.GetRequiredService<IOptions<ScimOptions>>().Value.OAuth.Enabled)
        {
            return [];
        }

        return services.GetRequiredService<IOptions<DirectoriesOptions>>().Value.Directories
            .Where(directory => directory.ScimTokens.Exists(token => AccessToken.HasForm(token)))
            .Select(directory => $"A SCIM token of directory '{directory.Key}' has two dots and would be taken for an access token of "
                + "Scim:OAuth:Issuer; make another one with 'openssl rand -hex 32'.");
    }
}
