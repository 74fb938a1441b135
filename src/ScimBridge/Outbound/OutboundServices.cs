using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ScimBridge.Outbound;

/// <summary>Registers how connections to others are opened.</summary>
internal static class OutboundServices
{
    /// <summary>Adds guarded connections; whoever connects needs them, so each of them calls this.</summary>
    public static IServiceCollection AddOutbound(this IServiceCollection services)
    {
        services.TryAddSingleton<HostResolver>(Dns.GetHostAddressesAsync);
        services.TryAddSingleton<GuardedConnections>();
        return services;
    }
}
