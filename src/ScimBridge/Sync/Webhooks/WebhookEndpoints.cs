using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Employees;

namespace ScimBridge.Sync.Webhooks;

/// <summary>Where the HR system sends its notices: an address a directory, let in by signature.</summary>
internal static class WebhookEndpoints
{
    /// <summary>The path in front of the directory's key.</summary>
    public const string Path = "/webhooks/hibob";

    /// <summary>The largest body that is read, in bytes.</summary>
    public const int LargestBody = 64 * 1024;

    /// <summary>Maps the route.</summary>
    public static void MapWebhooks(this IEndpointRouteBuilder routes) => routes.MapPost($"{Path}/{{directoryKey}}", PostAsync).AllowAnonymous();

    private static async Task<Results<Ok<WebhookView>, ProblemHttpResult>> PostAsync(
        string directoryKey, HttpContext context, WebhookReceiver receiver, WebhookThrottle throttle, IChangeNotices notices,
        CancellationToken cancellationToken)
    {
        if (await BodyAsync(context.Request, cancellationToken) is not { } body)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        var signature = context.Request.Headers[notices.SignatureHeader];
        var answer = await receiver.ReceiveAsync(directoryKey, body, signature.Count == 0 ? null : signature.ToString(), cancellationToken);
        if (answer.Result is WebhookResults.Unsigned || (signature.Count == 0 && answer.Result is WebhookResults.Ping))
        {
            // Counted only now, so that nobody keeps out the HR system by shouting from behind the same proxy.
            if (throttle.Count(directoryKey, context.Connection.RemoteIpAddress) is { } wait)
            {
                context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return TypedResults.Problem(statusCode: StatusCodes.Status429TooManyRequests);
            }

            if (answer.Afterwards is { } afterwards)
            {
                context.Response.OnCompleted(afterwards);
            }
        }

        if (answer.Result is WebhookResults.Unsigned)
        {
            context.Response.Headers.WWWAuthenticate = notices.SignatureHeader;
            return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        }

        return TypedResults.Ok(new WebhookView(answer.Result is WebhookResults.Malformed ? WebhookResults.Ignored : answer.Result));
    }

    /// <summary>The raw body; null when it is too large.</summary>
    private static async Task<byte[]?> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestBody)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[8192];
        while (await request.Body.ReadAsync(chunk, cancellationToken) is var count and > 0)
        {
            if (buffer.Length + count > LargestBody)
            {
                return null;
            }

            buffer.Write(chunk, 0, count);
        }

        return buffer.ToArray();
    }
}
