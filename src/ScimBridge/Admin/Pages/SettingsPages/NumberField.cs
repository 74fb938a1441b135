using System.Globalization;
using ScimBridge.Storage;

namespace ScimBridge.Admin.Pages.SettingsPages;

/// <summary>A number of a directory's settings as somebody types it: text, until it is one.</summary>
/// <param name="setting">The setting, by its name in the configuration.</param>
/// <param name="label">What it is for people.</param>
/// <param name="read">Takes it from settings.</param>
/// <param name="write">Puts it into settings.</param>
internal sealed class NumberField(
    string setting, string label, Func<DirectorySettings, int> read, Func<DirectorySettings, int, DirectorySettings> write)
{
    /// <summary>The setting, by its name in the configuration.</summary>
    public string Setting => setting;

    /// <summary>What it is for people.</summary>
    public string Label => label;

    /// <summary>The field's id on the page.</summary>
    public string Id { get; } = setting.Replace(':', '-');

    /// <summary>What is typed.</summary>
    public string Text { get; set; } = "";

    /// <summary>What is wrong with it; null when nothing is known to be.</summary>
    public string? Fault { get; set; }

    /// <summary>The number that is typed; null when it is none.</summary>
    public int? Number => int.TryParse(Text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Its text in some settings.</summary>
    public string In(DirectorySettings settings) => read(settings).ToString(CultureInfo.InvariantCulture);

    /// <summary>Settings with the number that is typed; as they were, when it is none.</summary>
    public DirectorySettings Over(DirectorySettings settings) => Number is { } number ? write(settings, number) : settings;
}
