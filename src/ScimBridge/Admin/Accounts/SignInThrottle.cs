using System.Net;
using ScimBridge.Directories;

namespace ScimBridge.Admin.Accounts;

/// <summary>Slows the guessing of passwords: so many attempts a minute for an address, and for everybody together.</summary>
internal sealed class SignInThrottle : IDisposable
{
    /// <summary>Attempts a minute for an address.</summary>
    public const int PerAddress = 5;

    /// <summary>Attempts a minute for everybody, which bounds what hashing may cost.</summary>
    public const int ForAll = 60;

    private readonly AttemptLimit<IPAddress> _attempts = new(PerAddress, ForAll);

    /// <summary>Counts an attempt.</summary>
    /// <returns>Null when it may be made, else how long to wait.</returns>
    public TimeSpan? Count(IPAddress? address) => _attempts.Count(RemoteNetwork.Of(address));

    /// <inheritdoc/>
    public void Dispose() => _attempts.Dispose();
}
