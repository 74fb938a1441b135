namespace ScimBridge.Directories;

/// <summary>One directory as the settings declare it: an entry of the section <c>Directories</c>.</summary>
internal sealed class DirectoryOptions
{
    /// <summary>The immutable slug, such as <c>acme</c>: lower-case letters, digits and hyphens, at most 63.</summary>
    public string? Key { get; set; }

    /// <summary>The name shown to people; the key when left out.</summary>
    public string? Name { get; set; }

    /// <summary>The organization's name; the directory's name when left out.</summary>
    public string? Organization { get; set; }

    /// <summary>Where and as whom HiBob is read.</summary>
    public HiBobLinkOptions HiBob { get; set; } = new();

    /// <summary>Bearer tokens of SCIM clients; when there are none the server makes one and prints it once.</summary>
    public List<string> ScimTokens { get; set; } = [];

    /// <summary>When to sync, and what to keep.</summary>
    public DirectorySyncOptions Sync { get; set; } = new();

    /// <summary>What a sync may change by itself.</summary>
    public DirectoryGateOptions Gate { get; set; } = new();

    /// <summary>What to serve.</summary>
    public DirectoryMappingOptions Mapping { get; set; } = new();
}
