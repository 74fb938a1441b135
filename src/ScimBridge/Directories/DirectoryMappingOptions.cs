namespace ScimBridge.Directories;

/// <summary>What a directory serves.</summary>
internal sealed class DirectoryMappingOptions
{
    /// <summary>Whether home addresses are served where HiBob lets us read them.</summary>
    public bool HomeAddress { get; set; } = true;
}
