using Microsoft.Extensions.Options;
using Polly.Timeout;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>Holds a request back until HiBob's budget allows it; sits inside the retries, so that each try is paced.</summary>
internal sealed class HiBobPacingHandler(HiBobPacing pacing, TimeProvider time, IOptions<HiBobOptions> options) : DelegatingHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(HiBobBudgetKey.Option, out var key))
        {
            throw new InvalidOperationException("A request to HiBob must say which budget it draws on.");
        }

        var wait = pacing.Wait(key);
        if (wait > options.Value.BudgetWait)
        {
            throw new EmployeeSourceException(SourceFailure.RateLimited, HiBobFailures.RateLimited(key.UserId, key.Host));
        }

        if (wait > TimeSpan.Zero)
        {
            pacing.Waited(key);
            await Task.Delay(wait, time, cancellationToken);
        }

        pacing.Take(key);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            pacing.Learn(key, response.StatusCode, response.Headers);
            return response;
        }
        catch (TimeoutRejectedException exception) when (IsDivisible(request))
        {
            // Of another type, which the retries around this let pass.
            throw new TimeoutException("No answer began in time.", exception);
        }
    }

    /// <summary>Whether the request asks for what can be asked for piece by piece, so that one that was too slow is not tried again.</summary>
    public static bool IsDivisible(HttpRequestMessage? request) =>
        request is not null && request.Options.TryGetValue(HiBobCall.Option, out var call) && call.Divisible;
}
