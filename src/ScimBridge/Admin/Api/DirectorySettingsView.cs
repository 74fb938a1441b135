using ScimBridge.Storage;

namespace ScimBridge.Admin.Api;

/// <summary>A directory's settings.</summary>
internal sealed record DirectorySettingsView(
    int IntervalMinutes, int DeleteMissingAfterDays, int HistoryDays, int PlanDays, GateView Gate, bool HomeAddress)
{
    /// <summary>The settings as the API shows them.</summary>
    public static DirectorySettingsView Of(DirectorySettings settings) => new(
        settings.IntervalMinutes,
        settings.DeleteMissingAfterDays,
        settings.HistoryDays,
        settings.PlanDays,
        new GateView(settings.GatePeople, settings.GatePercent, settings.GateAttributePercent),
        settings.IncludeHomeAddress);
}
