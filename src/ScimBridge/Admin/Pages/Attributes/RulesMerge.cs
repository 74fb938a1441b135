using ScimBridge.Mapping;
using ScimBridge.Mapping.Rules;

namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>Tells what differs between rules, and puts one person's changes on top of another's.</summary>
internal static class RulesMerge
{
    private static readonly (string Name, Func<DirectoryRules, DirectoryRules> Only, Func<DirectoryRules, DirectoryRules, DirectoryRules> Take)[] Parts =
    [
        ("home addresses", rules => new() { HomeAddress = rules.HomeAddress }, (rules, from) => rules with { HomeAddress = from.HomeAddress }),
        ("who becomes a user", rules => new() { Scope = rules.Scope }, (rules, from) => rules with { Scope = from.Scope }),
        ("who is active", rules => new() { Lifecycle = rules.Lifecycle }, (rules, from) => rules with { Lifecycle = from.Lifecycle }),
        ("userName", rules => new() { UserName = rules.UserName }, (rules, from) => rules with { UserName = from.UserName }),
        ("groups", rules => new() { Groups = rules.Groups }, (rules, from) => rules with { Groups = from.Groups }),
    ];

    /// <summary>What differs, in words: attributes by their names, and the other parts of the document.</summary>
    public static IReadOnlyList<string> Differences(DirectoryRules before, DirectoryRules after) =>
    [
        .. Changed(before.Attributes, after.Attributes, RuleOf, rule => rule.Attribute),
        .. Changed(before.CustomAttributes, after.CustomAttributes, CustomOf, rule => rule.Name),
        .. Parts.Where(part => !IsSame(part.Only(before), part.Only(after))).Select(part => part.Name),
    ];

    /// <summary>Their rules, with what differs between <paramref name="before"/> and <paramref name="mine"/>.</summary>
    public static DirectoryRules Merge(DirectoryRules before, DirectoryRules mine, DirectoryRules theirs)
    {
        var merged = theirs with
        {
            Attributes = Merge(before.Attributes, mine.Attributes, theirs.Attributes, RuleOf, rule => rule.Attribute),
            CustomAttributes = Merge(before.CustomAttributes, mine.CustomAttributes, theirs.CustomAttributes, CustomOf, rule => rule.Name),
        };
        return Parts.Where(part => !IsSame(part.Only(before), part.Only(mine))).Aggregate(merged, (rules, part) => part.Take(rules, mine));
    }

    // Records with lists in them compare those by reference; one form in JSON is one set of rules.
    private static bool IsSame(DirectoryRules one, DirectoryRules other) => DirectoryRulesJson.Write(one) == DirectoryRulesJson.Write(other);

    private static DirectoryRules RuleOf(AttributeRule? rule) => new() { Attributes = rule is null ? [] : [rule] };

    private static DirectoryRules CustomOf(CustomAttributeRule? rule) => new() { CustomAttributes = rule is null ? [] : [rule] };

    private static IEnumerable<string> Changed<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T?, DirectoryRules> only, Func<T, string> nameOf)
        where T : class => before.Concat(after).Select(nameOf).Distinct(StringComparer.Ordinal)
            .Where(name => !IsSame(only(before.FirstOrDefault(rule => nameOf(rule) == name)), only(after.FirstOrDefault(rule => nameOf(rule) == name))));

    private static List<T> Merge<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> mine, IReadOnlyList<T> theirs, Func<T?, DirectoryRules> only, Func<T, string> nameOf)
        where T : class
    {
        var merged = theirs.ToList();
        foreach (var name in Changed(before, mine, only, nameOf))
        {
            var index = merged.FindIndex(rule => nameOf(rule) == name);
            if (index >= 0)
            {
                merged.RemoveAt(index);
            }

            if (mine.FirstOrDefault(rule => nameOf(rule) == name) is { } wanted)
            {
                merged.Insert(index < 0 ? merged.Count : index, wanted);
            }
        }

        return merged;
    }
}
