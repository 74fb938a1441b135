namespace ScimBridge.Directories;

/// <summary>What a sync may change by itself; a plan beyond it is held.</summary>
internal sealed class DirectoryGateOptions
{
    /// <summary>How many people may always be deactivated or deleted within 24 hours, and how many groups deleted at once; 0 to 1000000.</summary>
    public int People { get; set; } = 5;

    /// <summary>Which share of those active, and of all groups, may be, in percent; 0 to 100. The larger of the two counts.</summary>
    public int Percent { get; set; } = 10;

    /// <summary>For which share of those who have it an attribute may be emptied, and which share may move to another e-mail domain, in percent; 0 to 100.</summary>
    public int AttributePercent { get; set; } = 50;
}
