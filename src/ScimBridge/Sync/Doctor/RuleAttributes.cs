using ScimBridge.Mapping;
using ScimBridge.Mapping.Evaluation;
using ScimBridge.Mapping.Rules;
using ScimBridge.Mapping.Targets;

namespace ScimBridge.Sync.Doctor;

/// <summary>Which SCIM attributes suffer when a field does not come, by a directory's own rules.</summary>
internal static class RuleAttributes
{
    private const string HomeAddress = "addresses[type eq \"home\"]";

    /// <summary>The attributes of a field, given those that the default mapping makes of it: without those that rules make of others, and with those that rules make of it.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="includeHomeAddress">Whether home addresses are served where the rules don't say.</param>
    public static Func<string, IReadOnlyList<string>, IReadOnlyList<string>> Lookup(DirectoryRules rules, bool includeHomeAddress)
    {
        var byField = Uses(rules).ToLookup(use => use.Field, use => use.Attribute, StringComparer.Ordinal);
        string[] replaced =
        [
            .. rules.Attributes.Select(rule => MappableAttributes.Find(rule.Attribute)?.Path ?? rule.Attribute),
            .. rules.UserName.Source is null ? Array.Empty<string>() : ["userName"],
            .. rules.HomeAddress ?? includeHomeAddress ? Array.Empty<string>() : [HomeAddress],
        ];
        return (field, defaults) => [.. defaults.Where(attribute => !replaced.Any(path => IsWithin(attribute, path))).Concat(byField[field]).Distinct(StringComparer.Ordinal)];
    }

    private static bool IsWithin(string attribute, string path) =>
        attribute.StartsWith(path, StringComparison.OrdinalIgnoreCase) && (attribute.Length == path.Length || attribute[path.Length] == '.');

    private static IEnumerable<(string Field, string Attribute)> Uses(DirectoryRules rules)
    {
        IEnumerable<(string Attribute, ValueSource? Source)> sources = rules.Attributes.Select(rule => (rule.Attribute, rule.Source))
            .Concat(rules.CustomAttributes.Select(rule => (rule.Name, (ValueSource?)rule.Source)))
            .Append(("userName", rules.UserName.Source));
        return sources.SelectMany(pair => SourceCompiler.FieldsOf(pair.Source).Select(field => (field, pair.Attribute)))
            .Concat(ConditionReader.FieldsOf(rules.Scope?.Condition).Select(field => (field, "active")))
            .Concat(rules.Groups.Rules.SelectMany(group => ConditionReader.FieldsOf(group.Condition)).Select(field => (field, "groups")))
            .Concat(rules.Groups.Sources.Where(source => source.Enabled).Select(source => source.Field).OfType<string>().Select(field => (field, "groups")));
    }
}
