using System.Globalization;
using ScimBridge.Directories;
using ScimBridge.Protocol;

namespace ScimBridge.Scim;

/// <summary>Refuses to list or find anybody before a directory was first read: an empty list would tell clients to remove everybody.</summary>
internal sealed class ReadDirectoryFilter : IEndpointFilter
{
    private const int RetryAfterSeconds = 30;

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.HttpContext.Bearer().Version.Number > 0)
        {
            return next(context);
        }

        context.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        throw ScimException.ServiceUnavailable("The directory has not been read from HiBob yet. Try again when its first sync has ended.");
    }
}
