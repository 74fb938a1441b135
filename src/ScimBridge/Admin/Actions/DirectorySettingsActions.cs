using System.Globalization;
using ScimBridge.Directories;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Actions;

/// <summary>Changing when a directory is synced, what a sync may change by itself, what is served and how long things are kept.</summary>
internal sealed class DirectorySettingsActions(DirectoryStore directories, DirectoryEditStore edits, DirectoryFollowUp followUp)
{
    /// <summary>Changes the settings, if nobody has changed the directory since <paramref name="revision"/>. The next sync goes by them.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="key">The directory's key.</param>
    /// <param name="revision">The revision that the caller has seen.</param>
    /// <param name="change">Makes the settings wanted of those in force.</param>
    /// <param name="nameOf">What the caller knows a setting as, such as <c>gate.people</c> for <c>Gate:People</c>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Outcome<DirectoryRecord>> ChangeAsync(
        AuditActor actor, string key, int revision, Func<DirectorySettings, DirectorySettings> change, Func<string, string> nameOf, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        if (DirectoryObjections.To(directory, revision) is { } objection)
        {
            return objection;
        }

        var wanted = change(DirectorySettings.Of(directory));
        if (DirectoryLimits.Faults(wanted).ToList() is { Count: > 0 } faults)
        {
            return Refusal.Invalid(string.Join(' ', faults.Select(fault => $"{nameOf(fault.Setting)} {fault.Problem}")));
        }

        return await edits.SetSettingsAsync(new DirectoryId(directory.Id), revision, wanted, cancellationToken)
            ? await followUp.ChangedAsync(actor, directory, "directory.settings", null, Difference(DirectorySettings.Of(directory), wanted))
            : DirectoryObjections.Outdated(key);
    }

    /// <summary>What differs, for the audit log.</summary>
    private static string Difference(DirectorySettings before, DirectorySettings after)
    {
        (string Setting, object Before, object After)[] all =
        [
            ("intervalMinutes", before.IntervalMinutes, after.IntervalMinutes),
            ("deleteMissingAfterDays", before.DeleteMissingAfterDays, after.DeleteMissingAfterDays),
            ("historyDays", before.HistoryDays, after.HistoryDays),
            ("planDays", before.PlanDays, after.PlanDays),
            ("gate.people", before.GatePeople, after.GatePeople),
            ("gate.percent", before.GatePercent, after.GatePercent),
            ("gate.attributePercent", before.GateAttributePercent, after.GateAttributePercent),
            ("homeAddress", before.IncludeHomeAddress, after.IncludeHomeAddress),
        ];
        var changed = all.Where(setting => !setting.Before.Equals(setting.After))
            .Select(setting => string.Create(CultureInfo.InvariantCulture, $"{setting.Setting} from {setting.Before} to {setting.After}")).ToList();
        return changed.Count == 0 ? "Nothing changed" : string.Join(", ", changed);
    }
}
