using Microsoft.AspNetCore.Http.Timeouts;
using ScimBridge.Protocol;

namespace ScimBridge.Scim;

/// <summary>Ends requests that take too long to find their answer, but none that takes long to send it.</summary>
internal static class ScimTimeout
{
    /// <summary>Adds the policy <see cref="ScimPolicies.Timeout"/>.</summary>
    public static void Configure(RequestTimeoutOptions timeouts, ScimOptions options)
    {
        var seconds = options.RequestTimeoutSeconds;
        timeouts.AddPolicy(ScimPolicies.Timeout, new RequestTimeoutPolicy
        {
            Timeout = TimeSpan.FromSeconds(seconds),
            WriteTimeoutResponse = _ => throw ScimException.ServiceUnavailable(
                $"The answer was not found within {seconds} s. Narrow the filter, or ask for fewer resources at once."),
        });
    }

    /// <summary>Stops the clock as the answer begins to be written: a large group takes its time, and a client may be slow to read it.</summary>
    public static void Stop(HttpContext context) => context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
}
