using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;
using ScimBridge.Outbound;

namespace ScimBridge.Sync.Alerts;

/// <summary>Registers alerts.</summary>
internal static class AlertServices
{
    private const int Retries = 4;

    /// <summary>Adds the queue, and the client that posts: short time-outs, a few tries, no redirects.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.AddOutbound();
        services.AddOptions<AlertsOptions>().BindConfiguration(AlertsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AlertsOptions>, AlertsOptionsValidator>();
        services.AddSingleton<AlertQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<AlertQueue>());
        services.AddHttpClient(AlertQueue.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, provider) =>
            {
                var options = provider.GetRequiredService<IOptions<AlertsOptions>>().Value;
                provider.GetRequiredService<GuardedConnections>().Guard(handler, options.Allows);
                handler.UseCookies = false;
                handler.ConnectTimeout = TimeSpan.FromSeconds(5);
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddResilienceHandler("alerts", pipeline => pipeline
                .AddRetry(new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = Retries,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = TimeSpan.FromSeconds(1),
                    ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome switch
                    {
                        { Exception: HttpRequestException { InnerException: AddressNotAllowedException } } => false,
                        { Exception: HttpRequestException or TimeoutRejectedException } => true,
                        { Result.StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout } => true,
                        { Result.StatusCode: var status } => (int)status >= 500,
                        _ => false,
                    }),
                })
                .AddTimeout(TimeSpan.FromSeconds(10)));
        return services;
    }
}
