using ScimBridge.Mapping;
using ScimBridge.Mapping.Evaluation;
using ScimBridge.Mapping.Rules;

namespace ScimBridge.Sync.Doctor;

/// <summary>Which SCIM attributes a directory's own rules make of a field.</summary>
internal static class RuleAttributes
{
    /// <summary>The attributes of any field of the rules.</summary>
    public static Func<string, IReadOnlyList<string>> Lookup(DirectoryRules rules)
    {
        var byField = Sources(rules)
            .SelectMany(pair => SourceCompiler.FieldsOf(pair.Source).Select(id => (Field: id, pair.Attribute)))
            .ToLookup(pair => pair.Field, pair => pair.Attribute, StringComparer.Ordinal);
        return id => [.. byField[id].Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<(string Attribute, ValueSource? Source)> Sources(DirectoryRules rules) =>
        rules.Attributes.Select(rule => (rule.Attribute, rule.Source))
            .Concat(rules.CustomAttributes.Select(rule => (rule.Name, (ValueSource?)rule.Source)))
            .Append(("userName", rules.UserName.Source));
}
