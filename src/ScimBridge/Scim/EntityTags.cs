using Microsoft.Net.Http.Headers;

namespace ScimBridge.Scim;

/// <summary>Entity tags and the requests that depend on them (RFC 7644 section 3.14, RFC 9110 section 13.1.2).</summary>
internal static class EntityTags
{
    /// <summary>Gives the answer its tag, and makes it a 304 where the client has that version already.</summary>
    /// <returns>Whether it is a 304, which has no body.</returns>
    public static bool IsKnown(HttpContext context, string tag)
    {
        var headers = context.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = "private, no-cache";
        if (context.Request.Headers.IfNoneMatch.Count == 0)
        {
            return false;
        }

        var current = EntityTagHeaderValue.Parse(tag);
        var isKnown = context.Request.GetTypedHeaders().IfNoneMatch
            .Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(current, useStrongComparison: false));
        if (isKnown)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        }

        return isKnown;
    }
}
