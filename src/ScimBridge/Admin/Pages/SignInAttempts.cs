using System.Net;
using ScimBridge.Admin.Accounts;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Pages;

/// <summary>Attempts to sign in: counted, checked, logged by address alone.</summary>
internal sealed partial class SignInAttempts(PasswordSignIn passwords, AdminSessions sessions, SignInThrottle throttle, ILogger<SignInAttempts> logger)
{
    /// <summary>Counts an attempt.</summary>
    /// <returns>Null when it may be made, else how long to wait.</returns>
    public TimeSpan? Count(IPAddress? address)
    {
        var wait = throttle.Count(address);
        if (wait is not null)
        {
            Throttled(address);
        }

        return wait;
    }

    /// <summary>Begins a session if the password is right.</summary>
    /// <returns>The account that it is of; null when there is none.</returns>
    public async Task<AdminAccountRecord?> SignInAsync(HttpContext context, string userName, string password)
    {
        var address = context.Connection.RemoteIpAddress;
        if (await passwords.CheckAsync(userName, password, address?.ToString(), context.RequestAborted) is not { } account
            || !await sessions.BeginAsync(context, account, "With the password."))
        {
            Refused(address);
            return null;
        }

        SignedIn(address);
        return account;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "An admin signed in from {Address}")]
    private partial void SignedIn(IPAddress? address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in from {Address} was refused")]
    private partial void Refused(IPAddress? address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Too many sign-in attempts from {Address}")]
    private partial void Throttled(IPAddress? address);
}
