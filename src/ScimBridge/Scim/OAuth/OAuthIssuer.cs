using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ScimBridge.Scim.OAuth;

/// <summary>Tells whether the issuer's keys are at hand, without which no access token can be judged.</summary>
internal sealed partial class OAuthIssuer(IOptions<ScimOptions> options, TimeProvider time, ILogger<OAuthIssuer> logger) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim gate = new(1);
    private volatile bool known;
    private long? failedAt;

    /// <summary>Whether the issuer's keys are at hand; the first time they are fetched. Later on the library keeps them fresh, and the old ones if it can't.</summary>
    /// <remarks>
    /// One request fetches them for all, and after a failure nobody does for a while: anybody can send what looks like an access
    /// token, and each would hold a request for as long as an issuer can take not to answer.
    /// </remarks>
    public async Task<bool> IsKnownAsync(IConfigurationManager<OpenIdConnectConfiguration> metadata, CancellationToken cancellationToken)
    {
        if (known)
        {
            return true;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            if (!known && (failedAt is not { } failure || time.GetElapsedTime(failure) >= Pause))
            {
                known = await FetchAsync(metadata, cancellationToken);
                failedAt = known ? null : time.GetTimestamp();
            }

            return known;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private async Task<bool> FetchAsync(IConfigurationManager<OpenIdConnectConfiguration> metadata, CancellationToken cancellationToken)
    {
        try
        {
            var found = await metadata.GetConfigurationAsync(cancellationToken);

            // OpenID Connect Discovery section 4.3: it has to be the same, so that nobody speaks for another issuer.
            if (string.Equals(found.Issuer, options.Value.OAuth.Issuer, StringComparison.Ordinal))
            {
                return true;
            }

            OtherIssuer(found.Issuer);
        }
        catch (InvalidOperationException unreachable)
        {
            Unreachable(unreachable);
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The metadata of the issuer in Scim:OAuth:Issuer, or its keys, can't be read; access tokens get 503")]
    private partial void Unreachable(Exception exception);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The issuer in Scim:OAuth:Issuer calls itself {Issuer} in its metadata; set it to just that, to the last slash. Access tokens get 503")]
    private partial void OtherIssuer(string issuer);
}
