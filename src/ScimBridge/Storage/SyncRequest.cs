using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>What somebody asks a directory's next run to be.</summary>
/// <param name="Kind">What it is to do.</param>
/// <param name="Trigger">Who asks.</param>
internal sealed record SyncRequest(SyncKind Kind, SyncTrigger Trigger)
{
    /// <summary>What the run is about, as its kind needs it; see <see cref="SyncRunRecord.Subject"/>.</summary>
    public string? Subject { get; init; }

    /// <summary>The account or API key that asks.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>A read of everybody.</summary>
    public static SyncRequest Full(SyncTrigger trigger) => new(SyncKind.Full, trigger);
}
