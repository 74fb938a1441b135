using System.Globalization;
using ScimBridge.Protocol;

namespace ScimBridge.Scim;

/// <summary>Gives every failure below the SCIM base path a SCIM error body (RFC 7644 section 3.12), in this one place.</summary>
internal sealed partial class ScimErrors(RequestDelegate next, ILogger<ScimErrors> logger)
{
    /// <summary>The media type of every SCIM answer; a charset parameter would make strict clients refuse it.</summary>
    public const string MediaType = "application/scim+json";

    /// <summary>Runs the request and writes what it did not.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(ScimEndpoints.BasePath, StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        // Names come from the HR system as they are; no browser may take an answer for a page.
        context.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            await next(context);
        }
        catch (ScimException refusal) when (!context.Response.HasStarted)
        {
            await WriteAsync(context.Response, refusal.Error);
            return;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException refusal) when (!context.Response.HasStarted)
        {
            await WriteAsync(context.Response, new ScimError(refusal.StatusCode, null, "The request is malformed."));
            return;
        }
#pragma warning disable CA1031 // Whatever went wrong, the client gets a SCIM error that says nothing, and the log has the rest.
        catch (Exception unexpected) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            Unexpected(unexpected, context.TraceIdentifier);
            await WriteAsync(
                context.Response,
                new ScimError(500, null, $"The server met an unexpected error; its log has it under request {context.TraceIdentifier}."));
            return;
        }

        if (!context.Response.HasStarted && Bodiless(context.Response.StatusCode) is { } error)
        {
            await WriteAsync(context.Response, error);
        }
    }

    /// <summary>Writes an error as the whole answer, keeping the headers that were set for it.</summary>
    public static async Task WriteAsync(HttpResponse response, ScimError error)
    {
        var body = error.ToUtf8Json();
        response.StatusCode = error.Status;
        response.ContentType = MediaType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(body);
    }

    /// <summary>What the framework refused without a body.</summary>
    private static ScimError? Bodiless(int status) => status switch
    {
        401 => ScimException.Unauthorized().Error,
        403 => ScimException.Forbidden().Error,
        404 => ScimException.NoSuchEndpoint().Error,
        405 => ScimException.MethodNotAllowed().Error,
        >= 400 => new ScimError(status, null, string.Create(CultureInfo.InvariantCulture, $"The request was refused with status {status}.")),
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "SCIM request {RequestId} met an unexpected error")]
    private partial void Unexpected(Exception exception, string requestId);
}
