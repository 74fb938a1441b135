using Microsoft.Extensions.Options;

namespace ScimBridge.Directories;

/// <summary>Finds every fault in the declared directories, each named by its setting.</summary>
internal sealed class DirectoriesOptionsValidator : IValidateOptions<DirectoriesOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DirectoriesOptions options)
    {
        var faults = new List<string>();
        for (var index = 0; index < options.Directories.Count; index++)
        {
            faults.AddRange(Faults(options.Directories[index]).Select(fault => $"{DirectoriesOptions.Section}:{index}:{fault}"));
        }

        faults.AddRange(options.Directories
            .Where(directory => directory.Key is not null)
            .GroupBy(directory => directory.Key, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => $"{DirectoriesOptions.Section}: the key '{group.Key}' is declared {group.Count()} times; each directory needs its own."));
        faults.AddRange(options.Directories
            .SelectMany(directory => directory.ScimTokens.Distinct(StringComparer.Ordinal))
            .GroupBy(token => token, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => $"{DirectoriesOptions.Section}: one SCIM token is declared for {group.Count()} directories; a token must open one only."));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(DirectoryOptions directory)
    {
        if (!DirectoryLimits.IsKey(directory.Key))
        {
            yield return $"Key is missing or not {DirectoryLimits.KeyRule}.";
        }
        else if (directory.Key == DirectoryRegistrar.DemoKey)
        {
            yield return $"Key must not be '{DirectoryRegistrar.DemoKey}', which is the demo directory's.";
        }

        if (directory.HiBob.BaseUrl is { } baseUrl && !IsHttpUrl(baseUrl))
        {
            yield return "HiBob:BaseUrl is not an absolute http or https URL.";
        }

        if (string.IsNullOrWhiteSpace(directory.HiBob.ServiceUserId) != string.IsNullOrWhiteSpace(directory.HiBob.Token))
        {
            yield return "HiBob:ServiceUserId and HiBob:Token go together: set both, or neither to leave the directory unlinked.";
        }

        if (!string.IsNullOrWhiteSpace(directory.HiBob.WebhookSecret) && WebhookSecrets.Weakness(directory.HiBob.WebhookSecret) is { } unfit)
        {
            yield return $"HiBob:WebhookSecret {unfit}";
        }

        foreach (var fault in DirectoryLimits.Faults(DirectoryLimits.SettingsOf(directory)))
        {
            yield return $"{fault.Setting} {fault.Problem}";
        }

        for (var index = 0; index < directory.ScimTokens.Count; index++)
        {
            if (ScimTokens.Weakness(directory.ScimTokens[index]) is { } weakness)
            {
                yield return $"ScimTokens:{index} {weakness}";
            }
        }
    }

    private static bool IsHttpUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.UserInfo.Length == 0;
}
