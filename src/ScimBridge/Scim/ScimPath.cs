namespace ScimBridge.Scim;

/// <summary>Takes the paths that clients make of a base URL and an endpoint, with a slash too many between them, for what they mean.</summary>
internal sealed class ScimPath(RequestDelegate next)
{
    private const string Doubled = "//";

    /// <summary>Whether a request is one below the SCIM base path, in whatever letter case.</summary>
    public static bool Covers(HttpContext context) =>
        context.Request.Path.StartsWithSegments(ScimEndpoints.BasePath, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a request is a query in a body (RFC 7644 section 3.4.3).</summary>
    public static bool IsSearch(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && request.Path.Value is { } path && path.AsSpan().TrimEnd('/').EndsWith("/.search", StringComparison.OrdinalIgnoreCase);

    /// <summary>Runs the request under its path without empty segments.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.Value is { } path && path.Contains(Doubled, StringComparison.Ordinal))
        {
            PathString single = "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries))
                + (path.EndsWith('/') ? "/" : string.Empty);
            if (single.StartsWithSegments(ScimEndpoints.BasePath, StringComparison.OrdinalIgnoreCase))
            {
                context.Request.Path = single;
            }
        }

        return next(context);
    }
}
