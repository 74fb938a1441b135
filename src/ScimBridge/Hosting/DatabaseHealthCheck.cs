using Microsoft.Extensions.Diagnostics.HealthChecks;
using ScimBridge.Storage;

namespace ScimBridge.Hosting;

/// <summary>Whether the store answers. HiBob is none of its concern: readers are served the last good version while HiBob is down.</summary>
internal sealed class DatabaseHealthCheck(DirectoryStore directories) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await directories.ListAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
