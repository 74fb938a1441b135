namespace ScimBridge.Directories;

/// <summary>What is wrong with one of a directory's settings.</summary>
/// <param name="Setting">The setting, by its name in the configuration, such as <c>Gate:People</c>.</param>
/// <param name="Problem">What is wrong and what would be right, to follow the name.</param>
internal sealed record SettingFault(string Setting, string Problem);
