using Microsoft.Extensions.Options;

namespace ScimBridge.Scim;

/// <summary>Refuses a public URL that is none.</summary>
internal sealed class ScimOptionsValidator : IValidateOptions<ScimOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ScimOptions options) =>
        string.IsNullOrEmpty(options.PublicUrl) || IsPublicUrl(options.PublicUrl)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("PublicUrl is not an absolute http or https URL without query and fragment, such as https://scim.example.com.");

    private static bool IsPublicUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url is { UserInfo: "", Query: "", Fragment: "" };
}
