using ScimBridge.Employees;
using ScimBridge.Mapping.Evaluation;
using ScimBridge.Mapping.Rules;
using ScimBridge.Mapping.Targets;

namespace ScimBridge.Mapping.Validation;

/// <summary>Judges the rules of attributes.</summary>
internal sealed class AttributeJudge(RuleFaults faults, SourceJudge sources, FieldJudge fields)
{
    private const int Most = 200;

    /// <summary>Finds their faults.</summary>
    public void Judge(IReadOnlyList<AttributeRule> rules)
    {
        if (!faults.Limit("/attributes", rules.Count, Most, "rules"))
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < rules.Count; index++)
        {
            Judge($"/attributes/{index}", rules[index], seen);
        }
    }

    private void Judge(string pointer, AttributeRule rule, HashSet<string> seen)
    {
        var target = MappableAttributes.Find(rule.Attribute);
        if (target is null)
        {
            faults.Add(
                $"{pointer}/attribute", MappableAttributes.Refusal(rule.Attribute),
                "Write an attribute as clients do, such as title, name.givenName or emails[type eq \"home\"].value; see docs/mapping.md.");
        }
        else if (!seen.Add(target.Path))
        {
            faults.Add($"{pointer}/attribute", "Another rule is for this attribute too.", "Leave one of the two.");
        }

        if (rule.Drop == rule.Source is not null)
        {
            faults.Add(pointer, "A rule either has a source or drops the attribute.", "Write one of source and \"drop\": true.");
        }
        else if (rule.Source is { } source)
        {
            sources.Judge($"{pointer}/source", source);
            JudgeFit(pointer, target, source);
        }
    }

    private void JudgeFit(string pointer, AttributeTarget? target, ValueSource source)
    {
        if (target?.Kind is TargetKind.Whole)
        {
            faults.Add($"{pointer}/attribute", "The attribute holds others, and has no value of its own.", "Name what is in it, or drop it.");
        }
        else if (target?.Kind is TargetKind.Person)
        {
            JudgePerson($"{pointer}/source", source);
        }
        else if (target is not null)
        {
            sources.JudgeFit($"{pointer}/source", source, kind => Fits(target.Kind, kind), text => Fits(target.Kind, text));
        }
    }

    private void JudgePerson(string pointer, ValueSource source)
    {
        if (source.First is { } first)
        {
            for (var index = 0; index < first.Count; index++)
            {
                JudgePerson($"{pointer}/first/{index}", first[index]);
            }
        }
        else if (source.Field is { } field)
        {
            fields.Judge($"{pointer}/field", field, kind => kind is FieldValueKind.Person or FieldValueKind.Other, "a field that names an employee");
        }
        else
        {
            faults.Add(pointer, "A manager is an employee whom a field names.", "Choose a field, or several to be tried in turn.");
        }

        if (source.Transforms is { Count: > 0 } || source.As is not null)
        {
            faults.Add(pointer, "Nothing can be done to an employee.", "Leave out as and transforms.");
        }
    }

    private static bool Fits(TargetKind target, string text) => target switch
    {
        TargetKind.Boolean => TypedValues.Truth(text) is not null,
        TargetKind.Day => TransformCompiler.Day(text) is not null,
        TargetKind.Country => CountryCodes.Find(text) is not null,
        TargetKind.Uri => TypedValues.IsUri(text),
        _ => true,
    };

    private static bool Fits(TargetKind target, FieldValueKind kind) => target switch
    {
        TargetKind.Boolean => kind is FieldValueKind.Boolean or FieldValueKind.Text,
        TargetKind.Day => kind is FieldValueKind.Date or FieldValueKind.Text,
        TargetKind.Country => kind is FieldValueKind.List or FieldValueKind.Text,
        TargetKind.Uri => kind is FieldValueKind.Text,
        _ => true,
    };
}
