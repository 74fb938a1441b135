using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>When a directory is synced, what a sync may change by itself, what is served and how long things are kept.</summary>
internal sealed record DirectorySettings
{
    /// <summary>Minutes between the starts of two scheduled syncs.</summary>
    public int IntervalMinutes { get; init; } = 30;

    /// <summary>Days for which a person whom the HR system no longer returns is kept, inactive; 0 for ever.</summary>
    public int DeleteMissingAfterDays { get; init; } = 90;

    /// <summary>Days for which older versions are kept.</summary>
    public int HistoryDays { get; init; } = 30;

    /// <summary>Days for which plans are kept.</summary>
    public int PlanDays { get; init; } = 30;

    /// <summary>How many people may always be deactivated or deleted within 24 hours.</summary>
    public int GatePeople { get; init; } = 5;

    /// <summary>Which share of those active may be, in percent.</summary>
    public int GatePercent { get; init; } = 10;

    /// <summary>For which share of those who have it an attribute may be emptied, and which share may change its e-mail domain, in percent.</summary>
    public int GateAttributePercent { get; init; } = 50;

    /// <summary>Whether home addresses are served.</summary>
    public bool IncludeHomeAddress { get; init; } = true;

    /// <summary>The settings of a directory.</summary>
    public static DirectorySettings Of(DirectoryRecord directory) => new()
    {
        IntervalMinutes = directory.IntervalMinutes,
        DeleteMissingAfterDays = directory.DeleteMissingAfterDays,
        HistoryDays = directory.HistoryDays,
        PlanDays = directory.PlanDays,
        GatePeople = directory.GatePeople,
        GatePercent = directory.GatePercent,
        GateAttributePercent = directory.GateAttributePercent,
        IncludeHomeAddress = directory.IncludeHomeAddress,
    };

    /// <summary>Gives them to a directory.</summary>
    public void WriteTo(DirectoryRecord directory)
    {
        directory.IntervalMinutes = IntervalMinutes;
        directory.DeleteMissingAfterDays = DeleteMissingAfterDays;
        directory.HistoryDays = HistoryDays;
        directory.PlanDays = PlanDays;
        directory.GatePeople = GatePeople;
        directory.GatePercent = GatePercent;
        directory.GateAttributePercent = GateAttributePercent;
        directory.IncludeHomeAddress = IncludeHomeAddress;
    }
}
