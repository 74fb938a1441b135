namespace ScimBridge.Storage;

/// <summary>A run's right to write a directory's next version.</summary>
/// <param name="Directory">The directory.</param>
/// <param name="RunId">The run that holds the lease.</param>
/// <param name="BaseVersion">The published version that the run started from.</param>
/// <param name="Published">Whether the run has published its version.</param>
internal sealed record WriterLease(DirectoryId Directory, Guid RunId, int BaseVersion, bool Published = false)
{
    /// <summary>The version that the run writes.</summary>
    public int NextVersion => BaseVersion + 1;

    /// <summary>The version that readers see now.</summary>
    public int PublishedVersion => Published ? NextVersion : BaseVersion;
}
