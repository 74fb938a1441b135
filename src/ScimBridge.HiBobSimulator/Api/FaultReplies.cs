using System.Globalization;

namespace ScimBridge.HiBobSimulator.Api;

/// <summary>The faults that take the place of a reply.</summary>
internal static class FaultReplies
{
    public static async Task<bool> TryAnswerAsync(HttpContext context, IReadOnlyList<SimulatorFault> faults, HiBobSimulatorServer server)
    {
        var fault = faults.FirstOrDefault(candidate =>
            candidate.Kind is FaultKind.Status or FaultKind.Html or FaultKind.NotJson or FaultKind.NoResponse);
        switch (fault?.Kind)
        {
            case FaultKind.Status:
                await StatusAsync(context, fault, server);
                return true;
            case FaultKind.Html:
                await HiBobReply.HtmlAsync(context);
                return true;
            case FaultKind.NotJson:
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync("upstream connect error or disconnect/reset before headers", context.RequestAborted);
                return true;
            case FaultKind.NoResponse:
                await Task.Delay(fault.Delay, server.Options.TimeProvider, context.RequestAborted);
                context.Abort();
                return true;
            default:
                return false;
        }
    }

    private static Task StatusAsync(HttpContext context, SimulatorFault fault, HiBobSimulatorServer server)
    {
        if (fault.RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        // Bodies of the error have the shape of the real ones; other faults must not break them.
        var reply = new HiBobReply(context, [], server);
        switch (fault.StatusCode)
        {
            case StatusCodes.Status403Forbidden:
                return reply.ErrorAsync(403, "general.permissions.missing", "The service user lacks the permission for this request");
            case StatusCodes.Status429TooManyRequests:
                context.Response.Headers["X-RateLimit-Remaining"] = "0";
                return reply.ErrorAsync(429, "rate.limit.exceeded", "Too many requests");
            default:
                context.Response.StatusCode = fault.StatusCode;
                return Task.CompletedTask;
        }
    }
}
