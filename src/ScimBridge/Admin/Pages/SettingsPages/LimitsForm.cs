using ScimBridge.Directories;
using ScimBridge.Storage;

namespace ScimBridge.Admin.Pages.SettingsPages;

/// <summary>A directory's settings while somebody changes them, also when somebody else does so at the same time.</summary>
internal sealed class LimitsForm
{
    private const string DeleteSetting = "Sync:DeleteMissingAfterDays";

    private DirectorySettings saved = new();

    /// <summary>After how many days people go whom HiBob no longer returns; not looked at with <see cref="KeepsForEver"/>.</summary>
    public NumberField DeleteAfter { get; } = new(
        DeleteSetting, "Delete somebody gone from HiBob after so many days", settings => settings.DeleteMissingAfterDays,
        (settings, days) => settings with { DeleteMissingAfterDays = days });

    /// <summary>The other numbers.</summary>
    public IReadOnlyList<NumberField> Numbers { get; } =
    [
        new("Sync:HistoryDays", "Keep older versions for so many days", settings => settings.HistoryDays, (settings, days) => settings with { HistoryDays = days }),
        new("Sync:PlanDays", "Keep plans for so many days", settings => settings.PlanDays, (settings, days) => settings with { PlanDays = days }),
        new("Gate:People", "People who may be deactivated or deleted within 24 hours without approval", settings => settings.GatePeople, (settings, people) => settings with { GatePeople = people }),
        new("Gate:Percent", "Or this share of those active, in percent, if that is more", settings => settings.GatePercent, (settings, percent) => settings with { GatePercent = percent }),
        new("Gate:AttributePercent", "Share of people, in percent, for whom an attribute may be emptied without approval", settings => settings.GateAttributePercent, (settings, percent) => settings with { GateAttributePercent = percent }),
    ];

    /// <summary>The revision of the directory that the form was last filled from, or brought up to.</summary>
    public int Revision { get; private set; } = -1;

    /// <summary>Minutes between two syncs.</summary>
    public int Interval { get; set; }

    /// <summary>Whether people stay whom HiBob no longer returns.</summary>
    public bool KeepsForEver { get; set; }

    /// <summary>Whether home addresses are served.</summary>
    public bool HomeAddress { get; set; }

    /// <summary>What both somebody else and this form changed, each with what the other saved; empty when nothing is in dispute.</summary>
    public IReadOnlyList<string> Disputes { get; private set; } = [];

    /// <summary>Whether something is typed that is not saved.</summary>
    public bool IsChanged => Revision >= 0 && (All.Any(number => number.Number is null && IsAsked(number)) || Settings != saved);

    private IEnumerable<NumberField> All => Numbers.Prepend(DeleteAfter);

    /// <summary>The settings as typed, with what is saved in the place of what is no number.</summary>
    private DirectorySettings Settings
    {
        get
        {
            var settings = All.Aggregate(saved, (settings, number) => number.Over(settings)) with { IntervalMinutes = Interval, IncludeHomeAddress = HomeAddress };
            return KeepsForEver ? settings with { DeleteMissingAfterDays = 0 } : settings;
        }
    }

    /// <summary>Fills the form with what is saved.</summary>
    public void Begin(DirectorySettings settings, int revision)
    {
        (saved, Revision, Disputes) = (settings, revision, []);
        (Interval, HomeAddress, KeepsForEver) = (settings.IntervalMinutes, settings.IncludeHomeAddress, settings.DeleteMissingAfterDays == 0);
        foreach (var field in All)
        {
            (field.Text, field.Fault) = (field.In(settings), null);
        }

        DeleteAfter.Text = KeepsForEver ? "" : DeleteAfter.Text;
    }

    /// <summary>Takes note that this was saved. What was typed meanwhile stays typed.</summary>
    public void Keep(DirectorySettings settings, int revision) => (saved, Revision, Disputes) = (settings, revision, []);

    /// <summary>Takes in what somebody else saved: what was not changed here becomes theirs, what was stays.</summary>
    public void CatchUp(DirectorySettings theirs, int revision)
    {
        var (mine, before) = (Settings, saved);
        var typed = All.ToDictionary(field => field, field => field.Text);
        var unreadable = All.Where(field => field.Number is null && IsAsked(field)).ToList();
        Begin(theirs, revision);
        var disputes = new List<string>();
        foreach (var field in All.Where(field => unreadable.Contains(field) || field.In(mine) != field.In(before)))
        {
            field.Text = typed[field];
            if (field.In(theirs) != field.In(before) && field.In(theirs) != field.In(mine))
            {
                disputes.Add($"{field.Label}: {field.In(theirs)}");
            }
        }

        KeepsForEver = mine.DeleteMissingAfterDays != before.DeleteMissingAfterDays ? mine.DeleteMissingAfterDays == 0 : KeepsForEver;
        if (mine.IntervalMinutes != before.IntervalMinutes)
        {
            Interval = mine.IntervalMinutes;
            disputes.AddRange(theirs.IntervalMinutes != before.IntervalMinutes && theirs.IntervalMinutes != Interval ? [$"Sync every: {IntervalWords(theirs.IntervalMinutes)}"] : []);
        }

        HomeAddress = mine.IncludeHomeAddress != before.IncludeHomeAddress ? mine.IncludeHomeAddress : HomeAddress;
        Disputes = disputes;
    }

    /// <summary>The settings that are typed; null when something is wrong, which its field says.</summary>
    public DirectorySettings? Read()
    {
        var wanted = Settings;
        var faults = DirectoryLimits.Faults(wanted).ToDictionary(fault => fault.Setting, fault => fault.Problem, StringComparer.Ordinal);
        foreach (var field in All)
        {
            field.Fault = !IsAsked(field) ? null
                : field.Number is null ? "Write a whole number here."
                : field == DeleteAfter && field.Number == 0 ? "Write 1 or more, or choose to delete nobody."
                : faults.TryGetValue(field.Setting, out var problem) ? $"This {problem}"
                : null;
        }

        return All.Any(field => field.Fault is not null) ? null : wanted;
    }

    /// <summary>An interval in words.</summary>
    public static string IntervalWords(int minutes) => minutes switch
    {
        1 => "minute",
        < 60 => $"{minutes} minutes",
        60 => "hour",
        1440 => "day",
        _ => $"{minutes / 60} hours",
    };

    private bool IsAsked(NumberField field) => field != DeleteAfter || !KeepsForEver;
}
