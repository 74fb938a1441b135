using System.Text.RegularExpressions;
using ScimBridge.Storage;

namespace ScimBridge.Directories;

/// <summary>What a directory may be called and how it may be set, wherever that is said.</summary>
internal static partial class DirectoryLimits
{
    /// <summary>The most characters of a key.</summary>
    public const int LongestKey = 63;

    /// <summary>What a key is, to follow its name.</summary>
    public const string KeyRule = "a slug of lower-case letters, digits and hyphens, such as 'acme'";

    private const int MostDays = 3650;
    private const int MostPeople = 1_000_000;

    /// <summary>Whether a directory may have this key; the demo's is kept for the demo.</summary>
    public static bool IsKey(string? key) => key is not null && Slug().IsMatch(key);

    /// <summary>What the configuration says of a directory's settings.</summary>
    public static DirectorySettings SettingsOf(DirectoryOptions declared) => new()
    {
        IntervalMinutes = declared.Sync.IntervalMinutes,
        DeleteMissingAfterDays = declared.Sync.DeleteMissingAfterDays,
        HistoryDays = declared.Sync.HistoryDays,
        PlanDays = declared.Sync.PlanDays,
        GatePeople = declared.Gate.People,
        GatePercent = declared.Gate.Percent,
        GateAttributePercent = declared.Gate.AttributePercent,
        IncludeHomeAddress = declared.Mapping.HomeAddress,
    };

    /// <summary>Every fault in a directory's settings.</summary>
    public static IEnumerable<SettingFault> Faults(DirectorySettings settings)
    {
        if (settings.GatePeople is < 0 or > MostPeople)
        {
            yield return new SettingFault("Gate:People", $"must lie between 0 and {MostPeople}.");
        }

        if (settings.GatePercent is < 0 or > 100)
        {
            yield return new SettingFault("Gate:Percent", "must lie between 0 and 100.");
        }

        if (settings.GateAttributePercent is < 0 or > 100)
        {
            yield return new SettingFault("Gate:AttributePercent", "must lie between 0 and 100.");
        }

        if (settings.HistoryDays is < 1 or > MostDays)
        {
            yield return new SettingFault("Sync:HistoryDays", $"must lie between 1 and {MostDays}.");
        }

        if (settings.PlanDays is < 1 or > MostDays)
        {
            yield return new SettingFault("Sync:PlanDays", $"must lie between 1 and {MostDays}.");
        }

        if (!DirectorySyncOptions.Intervals.Contains(settings.IntervalMinutes))
        {
            yield return new SettingFault(
                "Sync:IntervalMinutes", $"is {settings.IntervalMinutes}, and must be one of {string.Join(", ", DirectorySyncOptions.Intervals)}.");
        }

        if (settings.DeleteMissingAfterDays is < 0 or > MostDays)
        {
            yield return new SettingFault("Sync:DeleteMissingAfterDays", $"must lie between 1 and {MostDays}, or be 0 to delete nobody.");
        }
    }

    // \z, because $ also matches in front of a line feed at the end.
    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z")]
    private static partial Regex Slug();
}
