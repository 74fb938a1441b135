using System.Globalization;
using Microsoft.Extensions.Options;
using ScimBridge.Directories;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Demo;

/// <summary>Starts a simulated HiBob and links a directory to it.</summary>
internal sealed class DemoDirectory(
    IOptions<DemoOptions> options, IHostEnvironment environment, DirectoryDeclarer declarer, ScimTokenStore tokens,
    DirectoryLinks links, TimeProvider time) : IAsyncDisposable
{
    private HiBobSimulatorServer? simulator;

    /// <summary>Whether the demo is wanted.</summary>
    public bool Enabled => options.Value.Enabled ?? environment.IsDevelopment();

    /// <summary>Starts the simulator and declares the directory <c>demo</c>.</summary>
    public async Task<DemoStart> StartAsync(CancellationToken cancellationToken)
    {
        var company = new HiBobSimulatorOptions
        {
            People = options.Value.People,
            Seed = options.Value.Seed,
            ReferenceDate = HiBobSimulatorOptions.StartOfQuarter(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)),
            Token = ScimTokens.Generate(),
            TimeProvider = time,
        };
        company = company with { ServiceUserId = ServiceUserId(company) };
        simulator = await HiBobSimulatorServer.StartAsync(company, cancellationToken);
        await ForgetOtherCompanyAsync(company.ServiceUserId, cancellationToken);
        var directory = await declarer.DeclareAsync(
            new DirectoryDeclaration
            {
                Key = DirectoryRegistrar.DemoKey,
                Name = "Fjordline",
                Organization = "Demo",
                BaseUrl = simulator.BaseUrl,
                ServiceUserId = company.ServiceUserId,
                Origin = DirectoryOrigin.Demo,
                ProtectedToken = links.Protect(DirectoryRegistrar.DemoKey, company.Token),
            },
            cancellationToken);
        var configured = string.IsNullOrEmpty(options.Value.ScimToken) ? null : options.Value.ScimToken;
        var token = configured ?? ScimTokens.Generate();
        await tokens.ReplaceAsync(new DirectoryId(directory.Id), ScimTokenOrigin.Demo, [ScimTokens.PrintOf(token)], cancellationToken);
        return new DemoStart(
            simulator.BaseUrl, simulator.ControlUrl, configured is null ? new NewScimToken(directory.Key, token) : null);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => simulator?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>
    /// A demo of another size, seed or quarter is another company; synced over the old one it would look like a mass termination. One that
    /// is being deleted goes at once, so that the demo starts afresh.
    /// </summary>
    private async Task ForgetOtherCompanyAsync(string serviceUserId, CancellationToken cancellationToken)
    {
        if (await declarer.LastAsync(DirectoryRegistrar.DemoKey, cancellationToken) is { } last && (last.ServiceUserId != serviceUserId || last.DeletingSince is not null))
        {
            await declarer.ForgetAsync(last, cancellationToken);
        }
    }

    private static string ServiceUserId(HiBobSimulatorOptions company) => string.Create(
        CultureInfo.InvariantCulture, $"SERVICE-{company.People}{company.Seed}{company.ReferenceDate:yyyyMMdd}");
}
