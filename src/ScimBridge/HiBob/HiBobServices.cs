using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;
using ScimBridge.Employees;
using ScimBridge.Outbound;

namespace ScimBridge.HiBob;

/// <summary>Registers HiBob as where employees come from.</summary>
internal static class HiBobServices
{
    /// <summary>Adds an <see cref="IEmployeeSource"/> that reads HiBob, and its <see cref="IChangeNotices"/>.</summary>
    public static IServiceCollection AddHiBob(this IServiceCollection services)
    {
        services.AddOptions<HiBobOptions>().BindConfiguration(HiBobOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddOutbound();
        services.AddSingleton<HiBobPacing>();
        services.AddTransient<HiBobPacingHandler>();
        services.AddSingleton<HiBobClient>();
        services.AddSingleton<HiBobWall>();
        services.AddSingleton<PeopleGatherer>();
        services.AddSingleton<HiBobReader>();
        services.AddSingleton<HiBobAccessCheck>();
        services.AddSingleton<IEmployeeSource, HiBobSource>();
        services.AddSingleton<IChangeNotices, HiBobChangeNotices>();

        // The order is that of nesting: each try is paced, and what a try waits for its turn is no part of its time-out.
        // None of these limits touches the body, which streams after they are done; HiBobBody watches that.
        var client = services.AddHttpClient(HiBobClient.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, provider) =>
            {
                var options = provider.GetRequiredService<IOptions<HiBobOptions>>().Value;
                provider.GetRequiredService<GuardedConnections>().Guard(handler, target => HiBobHosts.IsListed(target, options));
                handler.AutomaticDecompression = DecompressionMethods.All;
                handler.UseCookies = false;
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        client.AddResilienceHandler("retry", (pipeline, context) => AddRetry(pipeline, context.ServiceProvider));
        client.AddHttpMessageHandler<HiBobPacingHandler>();
        client.AddResilienceHandler("timeout", (pipeline, context) => AddTimeout(pipeline, context.ServiceProvider));
        return services;
    }

    private static void AddRetry(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<HiBobOptions>>().Value;
        var time = services.GetRequiredService<TimeProvider>();
        pipeline.TimeProvider = time;
        pipeline.AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = options.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            MaxDelay = TimeSpan.FromMinutes(1),
            ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome switch
            {
                { Exception: HttpRequestException { InnerException: AddressNotAllowedException } } => false,
                { Exception: HttpRequestException or TimeoutRejectedException } => true,
                { Result: { StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout, RequestMessage: var request } }
                    when HiBobPacingHandler.IsDivisible(request) => false,
                { Result.StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout } => true,
                { Result.StatusCode: var status } => (int)status >= 500,
                _ => false,
            }),
            DelayGenerator = outcome => ValueTask.FromResult(Delay(outcome.Outcome.Result, time.GetUtcNow(), options)),
        });
    }

    // Null means the usual backoff. After 429 the pacing waits, so there is nothing to wait here.
    private static TimeSpan? Delay(HttpResponseMessage? response, DateTimeOffset now, HiBobOptions options) => response switch
    {
        null => null,
        { StatusCode: HttpStatusCode.TooManyRequests } => TimeSpan.Zero,
        _ when HiBobPacing.RetryAfter(response.Headers, now) is { } at && at > now => TimeSpan.FromTicks(
            Math.Min((at - now).Ticks, options.BudgetWait.Ticks)),
        _ => null,
    };

    private static void AddTimeout(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, IServiceProvider services)
    {
        pipeline.TimeProvider = services.GetRequiredService<TimeProvider>();
        var limit = services.GetRequiredService<IOptions<HiBobOptions>>().Value.AnswerTimeout;
        pipeline.AddTimeout(new HttpTimeoutStrategyOptions { Timeout = limit });
    }
}
