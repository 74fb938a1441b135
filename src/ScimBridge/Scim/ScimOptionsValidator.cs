using Microsoft.Extensions.Options;
using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Scim;

/// <summary>Finds every fault in the settings of the SCIM endpoints, each named by its setting.</summary>
internal sealed class ScimOptionsValidator : IValidateOptions<ScimOptions>
{
    private const int MostRequestsPerMinute = 1_000_000;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ScimOptions options)
    {
        List<string?> checks =
        [
            string.IsNullOrEmpty(options.PublicUrl) || IsPublicUrl(options.PublicUrl)
                ? null
                : "PublicUrl is not an absolute http or https URL without query and fragment, such as https://scim.example.com.",
            OutOfRange("RequestsPerMinute", options.RequestsPerMinute, 0, MostRequestsPerMinute),
            OutOfRange("RequestTimeoutSeconds", options.RequestTimeoutSeconds, 1, 600),
            OutOfRange("MaxQueryLength", options.MaxQueryLength, 1024, ScimOptions.LongestQuery),
            OutOfRange("MaxBodyBytes", options.MaxBodyBytes, 1024, ScimOptions.LargestBody),
            OutOfRange("Filter:MaxLength", options.Filter.MaxLength, 1, FilterLimits.LongestAllowed),
            OutOfRange("Filter:MaxDepth", options.Filter.MaxDepth, 1, FilterLimits.DeepestAllowed),
            OutOfRange("Filter:MaxTerms", options.Filter.MaxTerms, 1, FilterLimits.MostTermsAllowed),
            .. OAuthFaults(options.OAuth),
        ];
        List<string> faults = [.. checks.OfType<string>()];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> OAuthFaults(ScimOAuthOptions oauth)
    {
        if (!oauth.Enabled)
        {
            if (!string.IsNullOrEmpty(oauth.Audience))
            {
                yield return "Scim:OAuth:Audience is set without Scim:OAuth:Issuer: set both, or neither to take no access tokens.";
            }

            yield break;
        }

        if (!IsIssuer(oauth.Issuer!))
        {
            yield return "Scim:OAuth:Issuer is not an https URL without query and fragment, such as https://login.example.com (http on loopback only).";
        }

        if (string.IsNullOrEmpty(oauth.Audience))
        {
            yield return "Scim:OAuth:Audience is missing: set what the issuer's tokens for this server name as their audience.";
        }

        if (oauth.Scope.Length == 0 || !oauth.Scope.All(IsScopeCharacter))
        {
            yield return "Scim:OAuth:Scope is not one scope, such as 'scim', without spaces and quotation marks.";
        }

        if (string.IsNullOrWhiteSpace(oauth.DirectoryClaim))
        {
            yield return "Scim:OAuth:DirectoryClaim is empty: name the claim that holds a directory's key, such as 'directory'.";
        }
    }

    private static string? OutOfRange(string setting, int value, int least, int most) =>
        value < least || value > most ? $"Scim:{setting} is {value}, and must lie between {least} and {most}." : null;

    private static bool IsPublicUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url is { UserInfo: "", Query: "", Fragment: "" };

    private static bool IsIssuer(string text) =>
        IsPublicUrl(text) && new Uri(text) is var url && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback);

    /// <summary>The characters of a scope (RFC 6749 appendix A.4), which also make it fit for a header.</summary>
    private static bool IsScopeCharacter(char character) => character is > ' ' and <= '~' and not '"' and not '\\';
}
