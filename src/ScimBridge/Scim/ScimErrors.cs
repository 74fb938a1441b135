using System.Globalization;
using Microsoft.Extensions.Options;
using ScimBridge.Protocol;

namespace ScimBridge.Scim;

/// <summary>Gives every failure below the SCIM base path a SCIM error body (RFC 7644 section 3.12), in this one place.</summary>
/// <remarks>Each carries the id under which the log knows the request, for whoever asks an admin for help.</remarks>
internal sealed partial class ScimErrors(RequestDelegate next, IOptions<ScimOptions> options, ILogger<ScimErrors> logger)
{
    /// <summary>The header with the request's id.</summary>
    public const string RequestIdHeader = "X-Request-Id";

    /// <summary>Runs the request and writes what it did not.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (!ScimPath.Covers(context))
        {
            await next(context);
            return;
        }

        Prepare(context.Response);
        ScimError? error;
        try
        {
            await next(context);
            error = context.Response.HasStarted ? null : Bodiless(context.Response.StatusCode);
        }
        catch (ScimException refusal) when (!context.Response.HasStarted)
        {
            error = refusal.Error;
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (OperationCanceledException) when (!context.Response.HasStarted)
        {
            error = ScimException.ServiceUnavailable(
                $"The answer was not found within {options.Value.RequestTimeoutSeconds} s. Narrow the filter, or ask for fewer resources at once.").Error;
        }
        catch (BadHttpRequestException refusal) when (!context.Response.HasStarted)
        {
            error = Malformed(refusal.StatusCode);
        }
#pragma warning disable CA1031 // Whatever went wrong, the client gets a SCIM error that says nothing, and the log has the rest.
        catch (Exception unexpected) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            Unexpected(unexpected, context.TraceIdentifier);
            await WriteAsync(context, new ScimError(500, null, "The server met an unexpected error, which its log explains."));
            return;
        }

        if (error is not null)
        {
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            Refused(context.TraceIdentifier, error.Status, error.ScimType, context.Request.Method, route);
            await WriteAsync(context, error);
        }
    }

    /// <summary>Sets what every answer says.</summary>
    private static void Prepare(HttpResponse response)
    {
        // Names come from the HR system as they are; no browser may take an answer for a page.
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Vary = "Accept";
    }

    /// <summary>Writes an error as the whole answer, keeping the headers that were set for it.</summary>
    private static async Task WriteAsync(HttpContext context, ScimError error)
    {
        var response = context.Response;
        if (response.BodyWriter.UnflushedBytes > 0)
        {
            // Part of an answer waits to be sent and can't be taken back; a broken connection is no answer, a mixture would be one.
            context.Abort();
            return;
        }

        var body = new ScimError(error.Status, error.ScimType, $"{error.Detail} Request {context.TraceIdentifier}.").ToUtf8Json();
        Prepare(response);
        response.StatusCode = error.Status;
        response.ContentType = ScimMediaType.Of(context);
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers[RequestIdHeader] = context.TraceIdentifier;
        await response.Body.WriteAsync(body);
    }

    /// <summary>What the framework refused without a body.</summary>
    private static ScimError? Bodiless(int status) => status switch
    {
        401 => ScimException.Unauthorized().Error,
        403 => ScimException.Forbidden().Error,
        404 => ScimException.NoSuchEndpoint().Error,
        405 => ScimException.MethodNotAllowed().Error,
        406 => ScimException.NotAcceptable().Error,
        >= 400 => Malformed(status),
        _ => null,
    };

    /// <summary>What the server could not even read.</summary>
    private static ScimError Malformed(int status) => status switch
    {
        400 => ScimException.BadRequest("The request is malformed: it is not what HTTP says a request looks like.").Error,
        408 => new ScimError(status, null, "The request's body did not arrive in time. Send it again, and faster."),
        413 => ScimException.PayloadTooLarge().Error,
        414 => ScimException.UriTooLong().Error,
        415 => ScimException.UnsupportedMediaType().Error,
        429 => ScimException.TooManyRequests("Too many tokens from this address were refused. Wait for as long as Retry-After says, and send a token that works.").Error,
        503 => ScimException.ServiceUnavailable().Error,
        _ => new ScimError(status, null, string.Create(CultureInfo.InvariantCulture, $"The request was refused with status {status}.")),
    };

    // The detail and the query may tell about people, and so may a path; its pattern may not.
    [LoggerMessage(Level = LogLevel.Information, Message = "SCIM request {RequestId} refused with {Status} {ScimType}: {Method} {Route}")]
    private partial void Refused(string requestId, int status, string? scimType, string method, string? route);

    [LoggerMessage(Level = LogLevel.Error, Message = "SCIM request {RequestId} met an unexpected error")]
    private partial void Unexpected(Exception exception, string requestId);
}
