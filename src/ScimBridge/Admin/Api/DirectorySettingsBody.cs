using ScimBridge.Storage;

namespace ScimBridge.Admin.Api;

/// <summary>A directory's settings as they are to be; what is left out stays.</summary>
internal sealed record DirectorySettingsBody
{
    /// <summary>Minutes between the starts of two scheduled syncs.</summary>
    public int? IntervalMinutes { get; init; }

    /// <summary>Days for which somebody gone from HiBob is kept, inactive; 0 for ever.</summary>
    public int? DeleteMissingAfterDays { get; init; }

    /// <summary>Days for which older versions are kept.</summary>
    public int? HistoryDays { get; init; }

    /// <summary>Days for which plans are kept.</summary>
    public int? PlanDays { get; init; }

    /// <summary>What a sync may change by itself.</summary>
    public GateBody? Gate { get; init; }

    /// <summary>Whether home addresses are served.</summary>
    public bool? HomeAddress { get; init; }

    /// <summary>The settings that these make of those in force.</summary>
    public DirectorySettings Over(DirectorySettings settings) => settings with
    {
        IntervalMinutes = IntervalMinutes ?? settings.IntervalMinutes,
        DeleteMissingAfterDays = DeleteMissingAfterDays ?? settings.DeleteMissingAfterDays,
        HistoryDays = HistoryDays ?? settings.HistoryDays,
        PlanDays = PlanDays ?? settings.PlanDays,
        GatePeople = Gate?.People ?? settings.GatePeople,
        GatePercent = Gate?.Percent ?? settings.GatePercent,
        GateAttributePercent = Gate?.AttributePercent ?? settings.GateAttributePercent,
        IncludeHomeAddress = HomeAddress ?? settings.IncludeHomeAddress,
    };
}
