using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace ScimBridge.Directories;

/// <summary>Finds every fault in the declared directories, each named by its setting.</summary>
internal sealed partial class DirectoriesOptionsValidator : IValidateOptions<DirectoriesOptions>
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
        if (directory.Key is null || !Slug().IsMatch(directory.Key))
        {
            yield return "Key is missing or not a slug of lower-case letters, digits and hyphens, such as 'acme'.";
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

        if (directory.Gate.People is < 0 or > 1_000_000)
        {
            yield return "Gate:People must lie between 0 and 1000000.";
        }

        if (directory.Gate.Percent is < 0 or > 100 || directory.Gate.AttributePercent is < 0 or > 100)
        {
            yield return "Gate:Percent and Gate:AttributePercent must lie between 0 and 100.";
        }

        if (directory.Sync.HistoryDays is < 1 or > 3650)
        {
            yield return "Sync:HistoryDays must lie between 1 and 3650.";
        }

        if (directory.Sync.PlanDays is < 1 or > 3650)
        {
            yield return "Sync:PlanDays must lie between 1 and 3650.";
        }

        if (!DirectorySyncOptions.Intervals.Contains(directory.Sync.IntervalMinutes))
        {
            yield return $"Sync:IntervalMinutes is {directory.Sync.IntervalMinutes}, and must be one of {string.Join(", ", DirectorySyncOptions.Intervals)}.";
        }

        if (directory.Sync.DeleteMissingAfterDays is < 0 or > 3650)
        {
            yield return "Sync:DeleteMissingAfterDays must lie between 1 and 3650, or be 0 to delete nobody.";
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

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$")]
    private static partial Regex Slug();
}
