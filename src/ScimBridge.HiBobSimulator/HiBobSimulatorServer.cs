using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ScimBridge.HiBobSimulator.Api;
using ScimBridge.HiBobSimulator.Control;
using ScimBridge.HiBobSimulator.Generation;
using ScimBridge.HiBobSimulator.Webhooks;

namespace ScimBridge.HiBobSimulator;

/// <summary>A running simulator: HiBob's API over real HTTP on the loopback interface.</summary>
public sealed class HiBobSimulatorServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly CompanyMidnight midnight;

    private HiBobSimulatorServer(HiBobSimulatorOptions options, Company company)
    {
        Options = options;
        Company = company;
        Traffic = new SimulatorTraffic { RateLimitPerMinute = options.RateLimitPerMinute };
        Webhooks = new SimulatorWebhooks(company, options.TimeProvider);
        Switches = new SimulatorSwitches(this);
        midnight = new CompanyMidnight(company, options.TimeProvider);
        app = Build();
    }

    /// <summary>How the simulator was started.</summary>
    public HiBobSimulatorOptions Options { get; }

    /// <summary>The address of the API, such as <c>http://127.0.0.1:7080/v1</c>.</summary>
    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1/v1");

    /// <summary>The address of the control endpoints.</summary>
    public Uri ControlUrl => new(BaseUrl, "/_control");

    /// <summary>The company; change it as you like while the server runs.</summary>
    public Company Company { get; }

    /// <summary>The company's clock.</summary>
    public SimulatorClock Clock => Company.Clock;

    /// <summary>What the service user may see.</summary>
    public SimulatorPermissions Permissions { get; } = new();

    /// <summary>Limits, firewall, sizes and delays.</summary>
    public SimulatorTraffic Traffic { get; }

    /// <summary>Who is told of changes.</summary>
    public SimulatorWebhooks Webhooks { get; }

    /// <summary>Changes that happen between requests.</summary>
    public SimulatorScript Script { get; } = new();

    /// <summary>What goes wrong.</summary>
    public SimulatorFaults Faults { get; } = new();

    /// <summary>What was asked.</summary>
    public RequestLog RequestLog { get; } = new();

    internal SimulatorSwitches Switches { get; }

    /// <summary>Generates the company and starts to listen.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of people is out of range.</exception>
    /// <exception cref="ArgumentException">There is no such switch, or its value is of another kind.</exception>
    public static async Task<HiBobSimulatorServer> StartAsync(HiBobSimulatorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var clock = new SimulatorClock(options.TimeProvider);
        var server = new HiBobSimulatorServer(options, CompanyGenerator.Generate(options, clock));
        try
        {
            server.Switches.SetFromText(options.Switches);
            await server.app.StartAsync(cancellationToken);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        server.BaseUrl = new Uri(server.Address(), "/v1");
        return server;
    }

    /// <summary>Waits until the host is asked to stop, for the program.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => app.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await midnight.DisposeAsync();
        await Webhooks.DisposeAsync();
        await app.DisposeAsync();
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        if (Options.LogToConsole)
        {
            builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, Options.Port);
        });

        var application = builder.Build();
        var api = new HiBobApi(this);
        application.MapControl(this);
        application.MapFallback("{**path}", api.HandleAsync);
        return application;
    }

    private Uri Address() => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First()
        ?? throw new InvalidOperationException("The server has no address yet."));
}
