namespace ScimBridge.Admin;

/// <summary>What protects pages in a browser: headers on every answer, and no unsafe request from another site's page.</summary>
internal static class BrowserGuard
{
    /// <summary>The content policy of the Blazor pages: scripts and connections of this server alone, and no script within a page.</summary>
    /// <remarks>MudBlazor puts the theme's colours into a style element, and places what floats by style attributes.</remarks>
    public const string AppPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>The content policy of the plain pages, such as that for signing in: no script, nothing from elsewhere, never in a frame.</summary>
    public const string PagePolicy =
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The content policy of the Hangfire dashboard, whose chart library puts a style element into the page.</summary>
    public const string DashboardPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Guards the endpoints.</summary>
    public static TBuilder WithBrowserGuard<TBuilder>(this TBuilder builder, string contentPolicy)
        where TBuilder : IEndpointConventionBuilder
    {
        // Not an endpoint filter: the dashboard's endpoint is a bare delegate, which runs none.
        builder.Add(endpoint =>
        {
            var inner = endpoint.RequestDelegate;
            endpoint.RequestDelegate = inner is null ? null : context => GuardAsync(context, contentPolicy, inner);
        });
        return builder;
    }

    /// <summary>Whether the browser says that the request comes from another origin's page; other clients say nothing.</summary>
    /// <remarks>The fetch metadata and the Origin header must both agree, since some browsers send only one of them.</remarks>
    public static bool IsFromElsewhere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0 && site.ToString() is not ("same-origin" or "none"))
        {
            return true;
        }

        var origin = request.Headers.Origin;
        return origin.Count > 0 && !IsOwnOrigin(origin.ToString(), request.Host);
    }

    // The scheme is not compared: a proxy that ends TLS makes https there and http here the same origin.
    private static bool IsOwnOrigin(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && string.Equals(new HostString(uri.Authority).Host, host.Host, StringComparison.OrdinalIgnoreCase)
        && (host.Port is { } port ? uri.Port == port : uri.IsDefaultPort);

    /// <summary>Sets the headers of a page.</summary>
    public static void Protect(HttpContext context, string contentPolicy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = contentPolicy;
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";

        // Both words, because antiforgery replaces anything else and logs a warning each time.
        headers.CacheControl = "no-cache, no-store";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";

        // Not no-referrer, under which browsers send "Origin: null" with the forms of our own pages.
        headers["Referrer-Policy"] = "same-origin";
    }

    private static async Task GuardAsync(HttpContext context, string contentPolicy, RequestDelegate inner)
    {
        Protect(context, contentPolicy);
        if (IsUnsafe(context.Request) && IsFromElsewhere(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await inner(context);
    }

    // A page that is connected does everything over its connection, which begins as a GET.
    private static bool IsUnsafe(HttpRequest request) =>
        request.Headers.Upgrade.Count > 0
        || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method));
}
