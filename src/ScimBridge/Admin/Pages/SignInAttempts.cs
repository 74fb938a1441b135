using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace ScimBridge.Admin.Pages;

/// <summary>Attempts to sign in: counted, checked, logged by address alone.</summary>
internal sealed partial class SignInAttempts(AdminPasswords passwords, SignInThrottle throttle, ILogger<SignInAttempts> logger)
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
    public async Task<bool> SignInAsync(HttpContext context, string userName, string password)
    {
        var address = context.Connection.RemoteIpAddress;
        var stamp = userName.Length <= AdminOptions.Longest && password.Length <= AdminOptions.Longest
            ? await passwords.CheckAsync(userName, password, context.RequestAborted)
            : null;
        if (stamp is null)
        {
            Refused(address);
            return false;
        }

        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, userName), new Claim(ClaimTypes.Name, userName), new Claim(AdminClaims.SecurityStamp, stamp)],
            AdminSchemes.Cookie);
        await context.SignInAsync(AdminSchemes.Cookie, new ClaimsPrincipal(identity));
        SignedIn(address);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "An admin signed in from {Address}")]
    private partial void SignedIn(IPAddress? address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in from {Address} was refused")]
    private partial void Refused(IPAddress? address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Too many sign-in attempts from {Address}")]
    private partial void Throttled(IPAddress? address);
}
