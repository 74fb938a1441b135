namespace ScimBridge.Directories;

/// <summary>When a directory is synced, and how long the missing are kept.</summary>
internal sealed class DirectorySyncOptions
{
    /// <summary>The intervals in minutes that a cron expression can say evenly.</summary>
    public static readonly IReadOnlyList<int> Intervals = [1, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1440];

    /// <summary>Minutes between the starts of two scheduled syncs.</summary>
    public int IntervalMinutes { get; set; } = 30;

    /// <summary>Days for which a person whom HiBob no longer returns is kept, inactive, before being deleted; 0 for ever.</summary>
    public int DeleteMissingAfterDays { get; set; } = 90;

    /// <summary>Days for which older versions are kept.</summary>
    public int HistoryDays { get; set; } = 30;

    /// <summary>Days for which plans are kept.</summary>
    public int PlanDays { get; set; } = 30;
}
