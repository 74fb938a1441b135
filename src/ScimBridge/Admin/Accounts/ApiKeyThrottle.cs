using System.Net;
using ScimBridge.Directories;

namespace ScimBridge.Admin.Accounts;

/// <summary>Slows the guessing of API keys: so many refused ones a minute for an address. Keys that are good are never counted.</summary>
internal sealed class ApiKeyThrottle : IDisposable
{
    /// <summary>Refused keys a minute for an address.</summary>
    public const int PerAddress = 20;

    private readonly AttemptLimit<IPAddress> _refused = new(PerAddress);

    /// <summary>Counts a key that was refused.</summary>
    /// <returns>Null, or how long to wait before another one.</returns>
    public TimeSpan? Count(IPAddress? address) => _refused.Count(RemoteNetwork.Of(address));

    /// <inheritdoc/>
    public void Dispose() => _refused.Dispose();
}
