using System.Text.Json;
using ScimBridge.Employees;
using ScimBridge.Mapping.Evaluation;
using ScimBridge.Mapping.Targets;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Mapping.Explaining;

/// <summary>Finds where the value of each attribute comes from.</summary>
internal static class AttributeExplainer
{
    private const string ByDefault = "default";

    /// <summary>The attributes of a user.</summary>
    public static IReadOnlyList<AttributeExplanation> Explain(
        ScimUser user, PersonView person, IReadOnlyList<DefaultSource> defaults, UserRules rules, SourceReader? userName)
    {
        using var json = JsonDocument.Parse(StoredBody.Complete(ScimJson.SerializeUser(user), ""u8));
        var explained = AttributeLeaves.Of(json.RootElement).Select(leaf => Explain(leaf.Path, leaf.Value, person, defaults, rules, userName)).ToList();
        var known = explained.Select(attribute => attribute.Rule).ToHashSet(StringComparer.Ordinal);

        // What a rule leaves out has no value to be found by.
        explained.AddRange(rules.All.Where(rule => !known.Contains(rule.Name)).Select(rule => Of(rule, rule.Target.Path, null, person)));
        return explained;
    }

    private static AttributeExplanation Explain(
        string path,
        string value,
        PersonView person,
        IReadOnlyList<DefaultSource> defaults,
        UserRules rules,
        SourceReader? userName)
    {
        if (path == "userName" && userName is { } reader)
        {
            var tried = new List<FieldTried>();
            reader(person, tried);
            return new AttributeExplanation(path, value, "userName rule", tried);
        }

        if (rules.Custom.FirstOrDefault(attribute => attribute.Path == path) is { } custom)
        {
            var tried = new List<FieldTried>();
            custom.ValueFor(person, null, tried);
            return new AttributeExplanation(path, value, $"custom attribute {custom.Name}", tried);
        }

        var rulePath = path.StartsWith(MappableAttributes.Manager + ".", StringComparison.Ordinal) ? MappableAttributes.Manager : path;
        if (rules.Of(rulePath) is { Drops: false } rule)
        {
            return Of(rule, path, value, person);
        }

        // The formatted address is made of the parts, which have sources.
        var address = path.EndsWith("].formatted", StringComparison.Ordinal) ? path[..^"formatted".Length] : null;
        var fields = defaults
            .Where(source => source.Attribute == rulePath || (address is not null && source.Attribute.StartsWith(address, StringComparison.Ordinal)))
            .SelectMany(source => source.Fields).Distinct(StringComparer.Ordinal);
        return new AttributeExplanation(path, value, ByDefault, Won([.. fields.Select(field => FieldTried.Of(field, person[field]))], person, value));
    }

    private static AttributeExplanation Of(CompiledRule rule, string path, string? value, PersonView person)
    {
        var tried = new List<FieldTried>();
        rule.ValueFor(person, null, tried);
        return new AttributeExplanation(path, value, rule.Name, tried);
    }

    // A default may put several fields together; one whose text is not in the value, such as a country's name, won if it is the first to have any.
    private static IReadOnlyList<FieldTried> Won(IReadOnlyList<FieldTried> fields, PersonView person, string value)
    {
        var winners = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var text = new SourceOutcome(person.Texts(field.Field, null), null).Text;
            if (text == value)
            {
                winners = [field.Field];
                break;
            }

            if (text is not null && value.Contains(text, StringComparison.Ordinal))
            {
                winners.Add(field.Field);
            }
        }

        if (winners.Count == 0 && fields.FirstOrDefault(field => field.State is FieldState.Present) is { } first)
        {
            winners.Add(first.Field);
        }

        return [.. fields.Select(field => field with { Won = winners.Contains(field.Field) })];
    }
}
