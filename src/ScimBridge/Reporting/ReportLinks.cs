using Microsoft.AspNetCore.Http.Extensions;

namespace ScimBridge.Reporting;

/// <summary>The feed's own addresses.</summary>
internal static class ReportLinks
{
    /// <summary>Where the feed is.</summary>
    public const string Root = "/odata";

    /// <summary>The address that the feed's relative ones are relative to.</summary>
    public static Uri Base(HttpContext context) =>
        new(UriHelper.BuildAbsolute(context.Request.Scheme, context.Request.Host, context.Request.PathBase, Root + "/"));

    /// <summary>The same query from another place on.</summary>
    public static Uri Next(HttpRequest request, ReportPageToken token)
    {
        var query = new QueryBuilder(request.Query.Where(option => option.Key.TrimStart('$') != "skiptoken"))
        {
            { "$skiptoken", token.ToString() },
        };
        return new Uri(UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, request.Path, query.ToQueryString()));
    }
}
