namespace ScimBridge.Directories;

/// <summary>The directories that the settings declare; the section <c>Directories</c>.</summary>
internal sealed class DirectoriesOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Directories";

    /// <summary>The directories.</summary>
    public List<DirectoryOptions> Directories { get; set; } = [];
}
