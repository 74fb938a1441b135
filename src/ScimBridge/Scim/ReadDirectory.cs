using System.Globalization;
using ScimBridge.Directories;
using ScimBridge.Protocol;
using ScimBridge.Storage.Filtering;

namespace ScimBridge.Scim;

/// <summary>Refuses to list or find anybody before a directory was first read: an empty list would tell clients to remove everybody.</summary>
internal static class ReadDirectory
{
    private const int RetryAfterSeconds = 30;

    /// <summary>
    /// The handler, with those of <paramref name="tables"/> that the caller's token may read, for callers whose directory was read;
    /// 403 and 503 for others.
    /// </summary>
    public static RequestDelegate Only(IReadOnlyList<ResourceTable> tables, Func<HttpContext, IReadOnlyList<ResourceTable>, Task> handler) => context =>
    {
        var readable = ReadableTypes.Of(context, tables);
        if (context.Bearer().Version.Number > 0)
        {
            return handler(context, readable);
        }

        context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        throw ScimException.ServiceUnavailable("The directory has not been read from HiBob yet. Try again when its first sync has ended.");
    };
}
