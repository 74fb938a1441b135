using System.Text.RegularExpressions;
using ScimBridge.Employees;
using ScimBridge.Mapping.Rules;

namespace ScimBridge.Mapping.Validation;

/// <summary>Judges what groups are made from.</summary>
internal sealed partial class GroupJudge(RuleFaults faults, ConditionJudge conditions, FieldJudge fields)
{
    private const int MostSources = 50;
    private const int MostRules = 200;
    private const int LongestName = 200;

    /// <summary>Finds the faults of the settings.</summary>
    public void Judge(GroupSettings settings)
    {
        if (faults.Limit("/groups/sources", settings.Sources.Count, MostSources, "sources"))
        {
            var seen = new HashSet<(GroupSourceKind, string?)>();
            for (var index = 0; index < settings.Sources.Count; index++)
            {
                Judge($"/groups/sources/{index}", settings.Sources[index], seen);
            }
        }

        if (faults.Limit("/groups/rules", settings.Rules.Count, MostRules, "rule groups"))
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            for (var index = 0; index < settings.Rules.Count; index++)
            {
                Judge($"/groups/rules/{index}", settings.Rules[index], seen);
            }
        }
    }

    private void Judge(string pointer, GroupSourceRule source, HashSet<(GroupSourceKind Kind, string? Field)> seen)
    {
        if (source.Kind is GroupSourceKind.List != source.Field is not null)
        {
            faults.Add($"{pointer}/field", "A source of kind list has a field, and no other has.", "Write the id of a list field, or leave it out.");
        }
        else if (source.Field is { } field)
        {
            fields.Judge($"{pointer}/field", field, kind => kind is FieldValueKind.List or FieldValueKind.MultiList, "a list");
        }

        if (!seen.Add((source.Kind, source.Field)))
        {
            faults.Add(pointer, "Another source is the same.", "Leave one of the two.");
        }

        if (source.Inherit && source.Kind is GroupSourceKind.Managers or GroupSourceKind.DirectReports or GroupSourceKind.Everyone)
        {
            faults.Add($"{pointer}/inherit", "Only the items of a list can lie within each other.", "Leave it out.");
        }

        if (source.Label is not null)
        {
            faults.Text($"{pointer}/label", source.Label, LongestName);
        }
    }

    private void Judge(string pointer, RuleGroup group, HashSet<string> seen)
    {
        if (!Id().IsMatch(group.Id))
        {
            faults.Add($"{pointer}/id", "This can't be a group's identifier.", "Write a letter or digit, then letters, digits, - and _, at most 64 in all.");
        }
        else if (!seen.Add(group.Id))
        {
            faults.Add($"{pointer}/id", "Another rule group has this identifier, or one that differs in upper and lower case alone.", "Choose another.");
        }

        faults.Text($"{pointer}/name", group.Name, LongestName);
        conditions.Judge($"{pointer}/condition", group.Condition);
    }

    [GeneratedRegex("""^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
