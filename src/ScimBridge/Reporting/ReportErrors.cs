using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OData;
using ScimBridge.Directories;
using ScimBridge.Storage.Records;

namespace ScimBridge.Reporting;

/// <summary>Errors as OData says them (JSON format section 21.1).</summary>
internal static class ReportErrors
{
    /// <summary>How long whoever came before the first sync had ended may wait.</summary>
    private const string RetrySeconds = "30";

    /// <summary>Answers 403 to whose token has no scope for reports, and a faulty query with 400, whatever part of handling it found the fault.</summary>
    public static TBuilder WithReportErrors<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint =>
        {
            var inner = endpoint.RequestDelegate;
            endpoint.RequestDelegate = inner is null ? null : context => GuardAsync(context, inner);
        });
        return builder;
    }

    /// <summary>503: there is nothing to report yet, which an empty list would not tell.</summary>
    public static IResult NotYetRead(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetrySeconds;
        return Answer(
            StatusCodes.Status503ServiceUnavailable, "NotYetRead", "The directory has not been read yet. Try again when its first sync has ended.");
    }

    private static async Task GuardAsync(HttpContext context, RequestDelegate inner)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";

        // No restricted token is made with the scope; should one have it all the same, reports know of no restrictions.
        if (!context.Bearer().Scopes.HasFlag(ScimTokenScopes.Reports) || context.Bearer().Restriction is not null)
        {
            await Answer(
                StatusCodes.Status403Forbidden, "InsufficientScope", "The token may not read reports. Have an admin make one with that scope.").ExecuteAsync(context);
            return;
        }

        try
        {
            await inner(context);
        }
        catch (ODataException faulty) when (!context.Response.HasStarted)
        {
            await Answer(StatusCodes.Status400BadRequest, "InvalidQuery", faulty.Message).ExecuteAsync(context);
        }
    }

    private static JsonHttpResult<Dictionary<string, ReportError>> Answer(int status, string code, string message) =>
        TypedResults.Json(new Dictionary<string, ReportError> { ["error"] = new(code, message) }, statusCode: status);
}
