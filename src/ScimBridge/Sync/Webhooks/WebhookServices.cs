namespace ScimBridge.Sync.Webhooks;

/// <summary>Registers webhooks.</summary>
internal static class WebhookServices
{
    /// <summary>Adds what receives them.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<WebhookThrottle>();
        services.AddSingleton<WebhookStores>();
        services.AddSingleton<WebhookReceiver>();
        return services;
    }
}
