using ScimBridge.Mapping;

namespace ScimBridge.Admin.Pages.People;

/// <summary>How the pages say what groups are made from.</summary>
internal static class GroupWords
{
    private static readonly string ListPrefix = GroupKey.List("");

    /// <summary>A source, such as <c>Department</c>.</summary>
    public static string Source(string source) => source switch
    {
        GroupKey.Department => "Department",
        GroupKey.Site => "Site",
        GroupKey.Type => "Employment type",
        GroupKey.Contract => "Contract",
        GroupKey.JobFamily => "Job family",
        GroupKey.DirectReports => "Reports of a manager",
        GroupKey.Rule => "Rule of the directory",
        _ when source == GroupKey.Managers.Source => "Managers",
        _ when source == GroupKey.Everyone.Source => "Everyone",
        _ when source.StartsWith(ListPrefix, StringComparison.Ordinal) => $"List {source[ListPrefix.Length..]}",
        _ => source,
    };
}
