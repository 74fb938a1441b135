using System.Globalization;
using ScimBridge.Directories;
using ScimBridge.Protocol;

namespace ScimBridge.Scim;

/// <summary>Refuses to list or find anybody before a directory was first read: an empty list would tell clients to remove everybody.</summary>
internal static class ReadDirectory
{
    private const int RetryAfterSeconds = 30;

    /// <summary>The handler, for callers whose directory was read; 503 for others.</summary>
    public static RequestDelegate Only(RequestDelegate handler) => context =>
    {
        if (context.Bearer().Version.Number > 0)
        {
            return handler(context);
        }

        context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        throw ScimException.ServiceUnavailable("The directory has not been read from HiBob yet. Try again when its first sync has ended.");
    };
}
