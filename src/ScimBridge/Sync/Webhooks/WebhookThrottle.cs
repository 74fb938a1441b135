using System.Net;
using ScimBridge.Directories;

namespace ScimBridge.Sync.Webhooks;

/// <summary>Bounds what requests without a good signature may cost: so many a minute for a directory's address and where they come from.</summary>
internal sealed class WebhookThrottle : IDisposable
{
    /// <summary>Requests a minute.</summary>
    public const int PerMinute = 30;

    private readonly AttemptLimit<(string Directory, IPAddress Address)> requests = new(PerMinute);

    /// <summary>Counts a request.</summary>
    /// <returns>Null when it may be answered, else how long to wait.</returns>
    public TimeSpan? Count(string directoryKey, IPAddress? address) => requests.Count((directoryKey, RemoteNetwork.Of(address)));

    /// <inheritdoc/>
    public void Dispose() => requests.Dispose();
}
