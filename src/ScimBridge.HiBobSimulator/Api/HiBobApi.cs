using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using static ScimBridge.HiBobSimulator.SimulatorEndpoint;

namespace ScimBridge.HiBobSimulator.Api;

/// <summary>Takes every request outside the control endpoints through HiBob's gates: path, credentials, rate, faults, permission group.</summary>
internal sealed class HiBobApi(
    HiBobSimulatorOptions options, PeopleReads people, SimulatorPermissions permissions, SimulatorFaults faults, RequestLog log)
{
    private readonly RateLimiter limiter = new(options.RateLimitPerMinute, options.TimeProvider);
    private readonly string credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ServiceUserId}:{options.Token}"));

    public async Task HandleAsync(HttpContext context)
    {
        var (endpoint, argument) = HiBobRoutes.Match(context.Request.Method, context.Request.Path.Value ?? "");
        var entry = new LoggedRequest(endpoint, context.Request.Method, context.Request.Path.Value ?? "", options.TimeProvider.GetUtcNow());
        log.Add(entry);
        try
        {
            await PassAsync(context, endpoint, argument, entry);
            entry.Status = context.Response.StatusCode;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller hung up; there is nobody left to answer.
        }
    }

    private async Task PassAsync(HttpContext context, SimulatorEndpoint endpoint, string argument, LoggedRequest entry)
    {
        if (endpoint == Unknown)
        {
            await HiBobReply.HtmlAsync(context);
            return;
        }

        if (options.Shapes.RefusesGetWithContentType && HttpMethods.IsGet(context.Request.Method) && context.Request.HasJsonContentType())
        {
            await HiBobReply.HtmlAsync(context, StatusCodes.Status400BadRequest, "<html><body>Bad Request</body></html>");
            return;
        }

        var authorization = context.Request.Headers.Authorization.ToString();
        var rate = limiter.Take(authorization, endpoint);
        SetRateHeaders(context.Response, rate);
        if (!IsServiceUser(authorization))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var struck = faults.Take(endpoint);
        var reply = new HiBobReply(context, struck, options.TimeProvider);
        if (rate is { Allowed: false })
        {
            await reply.ErrorAsync(StatusCodes.Status429TooManyRequests, "rate.limit.exceeded", "Too many requests");
        }
        else if (!await FaultReplies.TryAnswerAsync(context, struck, options.TimeProvider))
        {
            await AnswerAsync(new HiBobCall(context, argument, struck, reply, entry), endpoint);
        }
    }

    private async Task AnswerAsync(HiBobCall call, SimulatorEndpoint endpoint)
    {
        if (endpoint is PeopleSearch or PersonRead or Profiles && !permissions.InGroup)
        {
            await call.Reply.ErrorAsync(
                StatusCodes.Status403Forbidden, "general.permissions.missing", "The service user lacks the permission for this request");
            return;
        }

        try
        {
            await (endpoint switch
            {
                PeopleSearch => people.SearchAsync(call),
                PersonRead => people.ReadAsync(call),
                Profiles => people.ProfilesAsync(call),
                _ => people.MetadataAsync(call, endpoint),
            });
        }
        catch (BadRequestException problem)
        {
            await call.Reply.ErrorAsync(StatusCodes.Status400BadRequest, problem.Key, problem.Message);
        }
    }

    private bool IsServiceUser(string authorization) =>
        AuthenticationHeaderValue.TryParse(authorization, out var value)
        && string.Equals(value.Scheme, "Basic", StringComparison.OrdinalIgnoreCase)
        && string.Equals(value.Parameter, credentials, StringComparison.Ordinal);

    private static void SetRateHeaders(HttpResponse response, RateDecision? rate)
    {
        if (rate is not null)
        {
            response.Headers["X-RateLimit-Limit"] = rate.Limit.ToString(CultureInfo.InvariantCulture);
            response.Headers["X-RateLimit-Remaining"] = rate.Remaining.ToString(CultureInfo.InvariantCulture);
            response.Headers["X-RateLimit-Reset"] = rate.ResetEpochSeconds.ToString(CultureInfo.InvariantCulture);
        }
    }
}
