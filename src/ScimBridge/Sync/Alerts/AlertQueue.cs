using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace ScimBridge.Sync.Alerts;

/// <summary>Logs alerts and posts them one after the other, so that no sync ever waits for whoever is told.</summary>
internal sealed partial class AlertQueue(
    IHttpClientFactory clients, IOptions<AlertsOptions> options, ILogger<AlertQueue> logger) : BackgroundService
{
    /// <summary>The name of the HTTP client that posts.</summary>
    public const string ClientName = "alerts";

    // More than can pile up: one a directory and state. If they ever do, old news goes first.
    private readonly Channel<Alert> waiting = Channel.CreateBounded<Alert>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Logs the alert at once, and posts it soon.</summary>
    public void Raise(Alert alert)
    {
        switch (alert.State)
        {
            case "held":
                Held(alert.Directory, alert.Advice);
                break;
            case "stale":
                Stale(alert.Directory, alert.Advice);
                break;
            default:
                InvalidCredentials(alert.Directory, alert.Advice);
                break;
        }

        if (options.Value.Address is not null)
        {
            waiting.Writer.TryWrite(alert);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var alert in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await PostAsync(alert, stoppingToken);
            }
#pragma warning disable CA1031 // Whatever went wrong, the next alert is to be tried; the log has this one in any case.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                NotPosted(alert.Directory, alert.State, failure.GetType().Name);
            }
        }
    }

    private async Task PostAsync(Alert alert, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ClientName);
        using var response = await client.PostAsJsonAsync(options.Value.Address, AlertBody.Of(alert), cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            Refused(alert.Directory, alert.State, (int)response.StatusCode);
        }
    }

    [LoggerMessage(EventId = 5001, EventName = "DirectoryHeld", Level = LogLevel.Warning, Message = "Directory {Directory} is held: a plan waits for a decision. {Advice}")]
    private partial void Held(string directory, string? advice);

    [LoggerMessage(EventId = 5002, EventName = "DirectoryStale", Level = LogLevel.Warning, Message = "Directory {Directory} is stale: no read was good for two intervals. {Advice}")]
    private partial void Stale(string directory, string? advice);

    [LoggerMessage(EventId = 5003, EventName = "DirectoryInvalidCredentials", Level = LogLevel.Warning, Message = "Directory {Directory}: the HR system refuses the credentials. {Advice}")]
    private partial void InvalidCredentials(string directory, string? advice);

    [LoggerMessage(EventId = 5010, Level = LogLevel.Error, Message = "The alert that directory {Directory} is {State} could not be posted to Alerts:Url: {Failure}")]
    private partial void NotPosted(string directory, string state, string failure);

    [LoggerMessage(EventId = 5011, Level = LogLevel.Error, Message = "Alerts:Url answered {Status} to the alert that directory {Directory} is {State}")]
    private partial void Refused(string directory, string state, int status);
}
