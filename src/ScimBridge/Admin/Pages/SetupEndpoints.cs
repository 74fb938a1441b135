using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ScimBridge.Admin.Actions;

namespace ScimBridge.Admin.Pages;

/// <summary>The page of a setup link: how to make the service user in HiBob, and a form for it. Open to whoever has the link.</summary>
internal static class SetupEndpoints
{
    /// <summary>The largest form, in bytes.</summary>
    private const int LargestForm = 16 * 1024;

    private const string Title = "Link HiBob";

    /// <summary>Maps the page.</summary>
    public static IEndpointRouteBuilder MapSetup(this IEndpointRouteBuilder pages)
    {
        const string Page = AdminPaths.Setup + "/{token}";
        pages.MapGet(Page, GetAsync).AllowAnonymous();
        pages.MapPost(Page, PostAsync).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        return pages;
    }

    private static async Task<ContentHttpResult> GetAsync(
        string token, HttpContext context, SetupLinkActions actions, SetupThrottle throttle, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        if (throttle.CountLook(context.Connection.RemoteIpAddress) is { } wait)
        {
            return TooMany(context, wait);
        }

        var look = await actions.LookAsync(token, cancellationToken);
        return look.State is SetupLinkState.Open ? Open(context, token, antiforgery, Html.None) : Closed(context, look.State);
    }

    private static async Task<ContentHttpResult> PostAsync(
        string token, HttpContext context, SetupLinkActions actions, SetupThrottle throttle, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        if (throttle.CountLook(context.Connection.RemoteIpAddress) is { } tooManyLooks)
        {
            return TooMany(context, tooManyLooks);
        }

        // Before all else, so that a link that is none makes nobody's attempts fewer.
        var look = await actions.LookAsync(token, cancellationToken);
        if (look.State is not SetupLinkState.Open)
        {
            return Closed(context, look.State);
        }

        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            return Open(context, token, antiforgery, SetupPage.Problem("The form was out of date. Please enter both again."), StatusCodes.Status400BadRequest);
        }

        if (throttle.CountAttempt(context.Connection.RemoteIpAddress) is { } wait)
        {
            return TooMany(context, wait);
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var entered = new Credentials(form["serviceUserId"].ToString(), form["token"].ToString(), BaseUrl: null);
        var attempt = await actions.SubmitAsync(AuditActor.Of(context) with { Name = AuditActor.SetupLink }, token, entered, cancellationToken);
        return attempt switch
        {
            { IsLinked: true, Check: { } check } => PageLayout.Page(
                context, "Linked", Html.None, Html.Of($"""<p role="status">HiBob is linked.</p>{SetupPage.Steps(check)}{SetupPage.Next}""")),
            { State: SetupLinkState.Open, Check: { Failed: { } failed } check } => Open(
                context, token, antiforgery,
                Html.Of($"""{SetupPage.Problem($"Not linked. {failed.Message} {failed.Advice}")}{SetupPage.Steps(check)}"""),
                StatusCodes.Status422UnprocessableEntity),
            _ => Closed(context, attempt.State),
        };
    }

    private static ContentHttpResult Open(
        HttpContext context, string token, IAntiforgery antiforgery, Html found, int status = StatusCodes.Status200OK)
    {
        var form = SetupPage.Form(context.Request.PathBase + AdminPaths.SetupOf(token), PageLayout.Antiforgery(antiforgery.GetAndStoreTokens(context)));
        return PageLayout.Page(context, Title, Html.None, Html.Of($"{found}{SetupPage.Instructions}{form}"), status);
    }

    private static ContentHttpResult Closed(HttpContext context, SetupLinkState state) => PageLayout.Page(
        context, "This link can't be used", Html.None, SetupPage.Problem(SetupPage.Closed(state)),
        state is SetupLinkState.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone);

    private static ContentHttpResult TooMany(HttpContext context, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        return PageLayout.Page(
            context, Title, Html.None, SetupPage.Problem($"There were too many attempts. Please wait {seconds} seconds, then open the link again."),
            StatusCodes.Status429TooManyRequests);
    }
}
