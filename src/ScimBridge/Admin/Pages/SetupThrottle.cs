using System.Net;
using ScimBridge.Directories;

namespace ScimBridge.Admin.Pages;

/// <summary>Bounds what the pages of setup links may cost: so many looks and attempts a minute for an address, and attempts for everybody together.</summary>
/// <remarks>HiBob blocks an address that is refused 50 times in 10 seconds, and this server's is that of all directories.</remarks>
internal sealed class SetupThrottle : IDisposable
{
    /// <summary>Looks a minute for an address.</summary>
    public const int Looks = 60;

    /// <summary>Attempts a minute for an address.</summary>
    public const int Attempts = 5;

    /// <summary>Attempts a minute for everybody.</summary>
    public const int AttemptsOfAll = 30;

    private readonly AttemptLimit<IPAddress> _looks = new(Looks);
    private readonly AttemptLimit<IPAddress> _attempts = new(Attempts, AttemptsOfAll);

    /// <summary>Counts a look.</summary>
    /// <returns>Null when it may be had, else how long to wait.</returns>
    public TimeSpan? CountLook(IPAddress? address) => _looks.Count(RemoteNetwork.Of(address));

    /// <summary>Counts an attempt.</summary>
    /// <returns>Null when it may be made, else how long to wait.</returns>
    public TimeSpan? CountAttempt(IPAddress? address) => _attempts.Count(RemoteNetwork.Of(address));

    /// <inheritdoc/>
    public void Dispose()
    {
        _looks.Dispose();
        _attempts.Dispose();
    }
}
