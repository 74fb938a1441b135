using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace ScimBridge.Admin.Api;

/// <summary>Entity tags that are revisions, and what clients say by them.</summary>
internal static class EntityTags
{
    /// <summary>The tag of a revision.</summary>
    public static string Of(int revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    /// <summary>The revision that the request says its change was made on; 0, which nothing ever has, for a tag that is none of ours.</summary>
    /// <returns>The revision, or what is wrong when the request says none.</returns>
    public static (int Revision, ProblemHttpResult? Fault) Seen(HttpContext context)
    {
        var seen = context.Request.Headers[HeaderNames.IfMatch].ToString();
        if (seen.Length == 0)
        {
            return (0, TypedResults.Problem(
                "Say by If-Match which revision you have changed; GET it for its ETag.", statusCode: StatusCodes.Status428PreconditionRequired));
        }

        return seen is ['"', .. var number, '"'] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? (revision, null) : (0, null);
    }
}
