using Microsoft.Extensions.Options;
using ScimBridge.Admin.OpenId;

namespace ScimBridge.Admin;

/// <summary>Finds every fault in the admin settings, each named by its setting and none repeating a secret.</summary>
internal sealed class AdminOptionsValidator : IValidateOptions<AdminOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AdminOptions options)
    {
        List<string> faults = [.. PasswordFaults(options.Password), .. ApiKeyFaults(options.ApiKey), .. OpenIdFaults.Of(options.OpenIdConnect)];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> PasswordFaults(string? password)
    {
        if (password is null)
        {
            yield break;
        }

        if (password.Length is < AdminOptions.ShortestPassword or > AdminOptions.Longest)
        {
            yield return $"Admin:Password must have {AdminOptions.ShortestPassword} to {AdminOptions.Longest} characters. Leave it out to have one made.";
        }
    }

    private static IEnumerable<string> ApiKeyFaults(string? key)
    {
        if (key is null)
        {
            yield break;
        }

        if (key.Length is < AdminOptions.ShortestApiKey or > AdminOptions.Longest)
        {
            yield return $"Admin:ApiKey must have {AdminOptions.ShortestApiKey} to {AdminOptions.Longest} characters; make one with 'openssl rand -hex 32'.";
        }

        if (!key.All(character => character is > ' ' and <= '~'))
        {
            yield return "Admin:ApiKey holds a character that a bearer token can't have; make one with 'openssl rand -hex 32'.";
        }
    }
}
