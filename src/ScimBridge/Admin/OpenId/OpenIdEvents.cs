using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using ScimBridge.Admin.Accounts;
using ScimBridge.Admin.Pages;

namespace ScimBridge.Admin.OpenId;

/// <summary>Begins a session of ours for somebody whom the provider sends back, or shows why there is none.</summary>
internal sealed partial class OpenIdEvents(OpenIdAccounts accounts, AdminSessions sessions, PublicAddress address, IAntiforgery antiforgery, ILogger<OpenIdEvents> logger)
    : OpenIdConnectEvents
{
    /// <inheritdoc/>
    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        // The provider knows one address of this server, whichever the browser came to.
        context.ProtocolMessage.RedirectUri = address.Of(context.Request, AdminPaths.OpenIdCallback);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        // No ticket of the provider's is kept: the session is a row here, and the cookie its name.
        context.HandleResponse();
        var http = context.HttpContext;
        var outcome = await accounts.OfAsync(context.Principal!, http.Connection.RemoteIpAddress?.ToString(), http.RequestAborted);
        if (!outcome.IsDone)
        {
            Refused(http.Connection.RemoteIpAddress);
            await ShowAsync(http, context.ReturnUri, outcome.Refusal.Message, StatusCodes.Status403Forbidden);
            return;
        }

        if (!await sessions.BeginAsync(http, outcome.Value, "Through OpenID Connect."))
        {
            await ShowAsync(http, context.ReturnUri, "Your account was changed at this moment. Please sign in again.", StatusCodes.Status409Conflict);
            return;
        }

        SignedIn(http.Connection.RemoteIpAddress);
        http.Response.Redirect(AdminPaths.IsLocal(context.ReturnUri) ? context.ReturnUri! : http.Request.PathBase + AdminPaths.Landing);
    }

    /// <inheritdoc/>
    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        context.HandleResponse();
        Failed(context.HttpContext.Connection.RemoteIpAddress, context.Failure?.GetType().Name);
        await ShowAsync(
            context.HttpContext, context.Properties?.RedirectUri, "Signing in that way did not work, or was given up. Please try again.", StatusCodes.Status400BadRequest);
    }

    /// <inheritdoc/>
    public override Task AccessDenied(AccessDeniedContext context)
    {
        context.HandleResponse();
        return ShowAsync(
            context.HttpContext, context.ReturnUrl, "Signing in that way was given up, or refused.", StatusCodes.Status403Forbidden);
    }

    private async Task ShowAsync(HttpContext context, string? returnUrl, string problem, int status)
    {
        BrowserGuard.Protect(context, BrowserGuard.PagePolicy);
        await SignInPage.Of(context, antiforgery, returnUrl, problem, status).ExecuteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "An admin signed in through OpenID Connect from {Address}")]
    private partial void SignedIn(System.Net.IPAddress? address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody whom the OpenID Connect provider knows was refused at {Address}")]
    private partial void Refused(System.Net.IPAddress? address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Signing in through OpenID Connect from {Address} failed: {Kind}")]
    private partial void Failed(System.Net.IPAddress? address, string? kind);
}
