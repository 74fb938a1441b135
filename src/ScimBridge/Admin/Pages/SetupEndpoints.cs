using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ScimBridge.Admin.Actions;
using ScimBridge.Directories;

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
        return look is { Link: { } link, Directory: { } directory }
            ? Open(context, token, antiforgery, SetupPage.Introduction(directory, link))
            : Closed(context, look.State);
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
        if (look is not { Link: { } link, Directory: { } directory })
        {
            return Closed(context, look.State);
        }

        var introduction = SetupPage.Introduction(directory, link);
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            return Open(
                context, token, antiforgery, introduction, SetupPage.Problem("The form was out of date. Please enter both again."),
                status: StatusCodes.Status400BadRequest);
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
                context, "Linked", Html.None, Html.Of($"""<p role="status">HiBob is linked.</p>{SetupPage.Steps(check)}{SetupPage.Next(check)}""")),
            { State: SetupLinkState.Open, Check: { Failed: { } failed } check } => Open(
                context, token, antiforgery, introduction,
                SetupPage.Problem($"Not linked. {failed.Message} {failed.Advice}"), SetupPage.Steps(check), IdAgain(entered),
                StatusCodes.Status422UnprocessableEntity),
            _ => Closed(context, attempt.State),
        };
    }

    // What can't be an id, or is the token too, may be the token in the wrong field, which is never shown.
    private static string? IdAgain(Credentials entered) =>
        CredentialLimits.IdFault(entered.ServiceUserId) is null && !string.Equals(entered.ServiceUserId!.Trim(), entered.Token?.Trim(), StringComparison.Ordinal)
            ? entered.ServiceUserId
            : null;

    // If something went wrong, the form is right below the word about it, so that a phone shows both at once.
    private static ContentHttpResult Open(
        HttpContext context, string token, IAntiforgery antiforgery, Html introduction, Html? problem = null, Html? steps = null,
        string? serviceUserId = null, int status = StatusCodes.Status200OK)
    {
        var form = SetupPage.Form(
            context.Request.PathBase + AdminPaths.SetupOf(token), PageLayout.Antiforgery(antiforgery.GetAndStoreTokens(context)), serviceUserId,
            isAgain: problem is not null);
        var main = problem is null
            ? Html.Of($"{introduction}{SetupPage.Instructions}{form}")
            : Html.Of($"{problem}{form}{steps ?? Html.None}{introduction}{SetupPage.Instructions}");
        return PageLayout.Page(context, Title, Html.None, main, status);
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
