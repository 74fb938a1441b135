using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using static ScimBridge.HiBobSimulator.SimulatorEndpoint;

namespace ScimBridge.HiBobSimulator.Api;

/// <summary>Takes every request outside the control endpoints through HiBob's gates: path, credentials, rate, faults, permission group.</summary>
internal sealed class HiBobApi(HiBobSimulatorServer server)
{
    private readonly HiBobSimulatorOptions options = server.Options;
    private readonly PeopleReads people = new(server);
    private readonly RateLimiter limiter = new(server.Traffic, server.Options.TimeProvider);
    private readonly Firewall firewall = new(server.Traffic, server.Options.TimeProvider);
    private readonly string credentials =
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{server.Options.ServiceUserId}:{server.Options.Token}"));

    public async Task HandleAsync(HttpContext context)
    {
        var (endpoint, argument) = HiBobRoutes.Match(context.Request.Method, context.Request.Path.Value ?? "");
        var entry = new LoggedRequest(endpoint, context.Request.Method, context.Request.Path.Value ?? "", options.TimeProvider.GetUtcNow());
        server.RequestLog.Add(entry);
        server.Company.CatchUp();
        try
        {
            await (firewall.Blocks(context) ? firewall.AnswerAsync(context) : PassAsync(context, endpoint, argument, entry));
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
        if (IsServiceUser(authorization))
        {
            await AcceptAsync(context, endpoint, argument, entry, rate);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        firewall.Note(context);
    }

    private async Task AcceptAsync(HttpContext context, SimulatorEndpoint endpoint, string argument, LoggedRequest entry, RateDecision? rate)
    {
        if (server.Traffic.Delay is var delay && delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, options.TimeProvider, context.RequestAborted);
        }

        var struck = server.Faults.Take(endpoint);
        var reply = new HiBobReply(context, struck, server);
        if (rate is { Allowed: false })
        {
            SetRetryAfter(context.Response, rate);
            await reply.ErrorAsync(StatusCodes.Status429TooManyRequests, "rate.limit.exceeded", "Too many requests");
        }
        else if (!await FaultReplies.TryAnswerAsync(context, struck, server))
        {
            await AnswerAsync(new HiBobCall(context, argument, struck, reply, entry), endpoint);
        }
    }

    private async Task AnswerAsync(HiBobCall call, SimulatorEndpoint endpoint)
    {
        server.Script.Run(endpoint, server.Company);
        if (!IsPermitted(endpoint))
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

    private bool IsPermitted(SimulatorEndpoint endpoint) => endpoint switch
    {
        PeopleSearch or PersonRead or Profiles => server.Permissions.InGroup,
        NamedLists or SimulatorEndpoint.NamedList => server.Permissions.CanReadNamedLists,
        _ => true,
    };

    private void SetRetryAfter(HttpResponse response, RateDecision rate)
    {
        if (server.Traffic.SendsRetryAfter)
        {
            var seconds = Math.Max(1, rate.ResetEpochSeconds - options.TimeProvider.GetUtcNow().ToUnixTimeSeconds());
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
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
