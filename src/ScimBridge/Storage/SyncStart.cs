using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>What came of trying to start the run that waits.</summary>
/// <param name="Run">The run that started; null when none did.</param>
/// <param name="Directory">The directory as the run found it, its lease taken.</param>
/// <param name="BusyUntil">Until when another run holds the lease unless it renews it; null when none does.</param>
internal sealed record SyncStart(SyncRunRecord? Run, DirectoryRecord? Directory, DateTimeOffset? BusyUntil)
{
    /// <summary>No run waits.</summary>
    public static SyncStart NothingWaits { get; } = new(null, null, null);

    /// <summary>Another run holds the lease.</summary>
    public static SyncStart Busy(DateTimeOffset until) => new(null, null, until);

    /// <summary>The run holds the lease and may begin.</summary>
    public static SyncStart Started(SyncRunRecord run, DirectoryRecord directory) => new(run, directory, null);

    /// <summary>The id of the run that started; null when none did.</summary>
    public Guid? RunId => Run?.Id;
}
