using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ScimBridge.Admin.Api;

/// <summary>Entity tags made of revisions, so that nobody overwrites a change that they have not seen (RFC 9110 section 13.1.1).</summary>
internal static class ApiTags
{
    /// <summary>The tag of a revision.</summary>
    public static string Of(int revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    /// <summary>The revision that the request says by <c>If-Match</c> to have seen.</summary>
    /// <returns>The revision, -1 for a tag that is none of ours; or else 428 for a request that says nothing.</returns>
    public static (int Revision, ProblemHttpResult? Fault) Seen(HttpContext context)
    {
        var seen = context.Request.Headers.IfMatch.ToString();
        if (seen.Length == 0)
        {
            return (-1, TypedResults.Problem(
                "Say by If-Match what you have seen; GET it for its ETag.", statusCode: StatusCodes.Status428PreconditionRequired));
        }

        return (int.TryParse(seen.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) && seen.Trim() == Of(revision) ? revision : -1, null);
    }
}
