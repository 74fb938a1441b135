using ScimBridge.Employees;
using ScimBridge.Mapping.Evaluation;
using ScimBridge.Mapping.Rules;
using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Mapping.Validation;

/// <summary>Judges where values come from.</summary>
internal sealed class SourceJudge(RuleFaults faults, FieldJudge fields)
{
    private const int Deepest = 4;
    private const int MostInChain = 10;
    private const int MostTransforms = 10;
    private const int MostInTable = 500;

    /// <summary>Finds the faults of a source.</summary>
    public void Judge(string pointer, ValueSource source) => Judge(pointer, source, 1);

    /// <summary>Finds fault with fields and constants that can't be what the attribute takes; what transforms make is not known beforehand.</summary>
    /// <param name="pointer">Where the source is.</param>
    /// <param name="source">The source.</param>
    /// <param name="fitsKind">Whether fields of a kind will do.</param>
    /// <param name="fitsText">Whether a constant will do.</param>
    public void JudgeFit(string pointer, ValueSource source, Func<FieldValueKind, bool> fitsKind, Func<string, bool> fitsText)
    {
        if (source.Transforms is { Count: > 0 })
        {
            return;
        }

        if (source.Field is { } field && source.As is null && fields.KindOf(field) is { } kind && !fitsKind(kind))
        {
            faults.Add(
                $"{pointer}/field", $"A field of type {kind.ToString().ToLowerInvariant()} has nothing to put into this attribute.",
                "Choose another field, or a transform that makes of it what is wanted.");
        }

        if (source.Constant is { } constant && !fitsText(constant))
        {
            faults.Add($"{pointer}/constant", "This is no value of the attribute's type.", "Write one that is; docs/mapping.md says what each type takes.");
        }

        for (var index = 0; index < Math.Min(source.First?.Count ?? 0, MostInChain); index++)
        {
            JudgeFit($"{pointer}/first/{index}", source.First![index], fitsKind, fitsText);
        }
    }

    private void Judge(string pointer, ValueSource source, int depth)
    {
        var said = (source.Field is null ? 0 : 1) + (source.First is null ? 0 : 1) + (source.Constant is null ? 0 : 1) + (source.Template is null ? 0 : 1);
        if (said != 1)
        {
            faults.Add(pointer, "A source is one of field, first, constant and template.", "Write exactly one of them.");
            return;
        }

        if (source.As is not null && source.Field is null)
        {
            faults.Add($"{pointer}/as", "Only of a field can something be taken.", "Leave it out.");
        }

        if (source.Field is { } field)
        {
            fields.Judge($"{pointer}/field", field, FieldJudge.IsMappable, "a field of text, a number, yes or no, a day, a list or an employee");
        }

        if (source.Constant is { } constant)
        {
            faults.Text($"{pointer}/constant", constant, MappingIssues.LongestText);
        }

        JudgeTemplate($"{pointer}/template", source.Template);
        JudgeChain($"{pointer}/first", source.First, depth);
        JudgeTransforms($"{pointer}/transforms", source);
    }

    private void JudgeTemplate(string pointer, string? text)
    {
        if (text is null)
        {
            return;
        }

        faults.Text(pointer, text, MappingIssues.LongestText);
        if (!Template.TryParse(text, out var template, out var problem))
        {
            faults.Add(pointer, problem, "Write ids of fields in braces, such as {root.firstName}; a brace that is meant as one is doubled.");
            return;
        }

        foreach (var field in template.Fields.Distinct(StringComparer.Ordinal))
        {
            fields.Judge(pointer, field, FieldJudge.IsMappable, "fields of text, a number, yes or no, a day, a list or an employee");
        }
    }

    private void JudgeChain(string pointer, IReadOnlyList<ValueSource>? chain, int depth)
    {
        if (chain is null)
        {
            return;
        }

        if (chain.Count == 0)
        {
            faults.Add(pointer, "There is no source.", "Write one at least.");
        }

        if (depth == Deepest)
        {
            faults.Add(pointer, "The sources lie too deep within each other.", "Write them in one list.");
        }
        else if (faults.Limit(pointer, chain.Count, MostInChain, "sources"))
        {
            for (var index = 0; index < chain.Count; index++)
            {
                Judge($"{pointer}/{index}", chain[index], depth + 1);
            }
        }
    }

    private void JudgeTransforms(string pointer, ValueSource source)
    {
        var transforms = source.Transforms ?? [];
        if (!faults.Limit(pointer, transforms.Count, MostTransforms, "transforms"))
        {
            return;
        }

        for (var index = 0; index < transforms.Count; index++)
        {
            JudgeTransform($"{pointer}/{index}", transforms[index], index == 0 && source.Field is { } field ? fields.KindOf(field) : null);
        }
    }

    private void JudgeTransform(string pointer, Transform transform, FieldValueKind? kind)
    {
        if (transform.Region is not null && transform.Kind is not TransformKind.E164)
        {
            faults.Add($"{pointer}/region", "Only e164 has a region.", "Leave it out.");
        }
        else if (transform.Region is { } region && !TransformCompiler.PhoneRegions.Contains(region))
        {
            faults.Add($"{pointer}/region", "This is no country whose telephone numbers are known.", "Write an ISO 3166-1 alpha-2 code in capitals, such as NO.");
        }

        if (kind is FieldValueKind.Boolean && transform.Kind is TransformKind.Date or TransformKind.E164 or TransformKind.Country
            || (kind is FieldValueKind.Date && transform.Kind is TransformKind.E164 or TransformKind.Country)
            || (kind is FieldValueKind.Number or FieldValueKind.List or FieldValueKind.MultiList or FieldValueKind.Person && transform.Kind is TransformKind.Date))
        {
            faults.Add($"{pointer}/transform", "Values of this field's type are nothing that the transform could make anything of.", "Take it out, or choose another field.");
        }

        if (transform.Kind is TransformKind.Map)
        {
            JudgeTable(pointer, transform);
        }
        else if (transform.Table is not null || transform.Otherwise is not null)
        {
            faults.Add(pointer, "Only map has a table and otherwise.", "Leave them out.");
        }
    }

    private void JudgeTable(string pointer, Transform transform)
    {
        if (transform.Table is not { Count: > 0 } table)
        {
            faults.Add($"{pointer}/table", "The table is missing or empty.", "Write what each value becomes.");
            return;
        }

        if (!faults.Limit($"{pointer}/table", table.Count, MostInTable, "values in the table"))
        {
            return;
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (from, to) in table)
        {
            var place = $"{pointer}/table/{RuleFault.Escaped(from)}";
            if (CleanText.Of(from) is not { } key || !keys.Add(ComparisonKey.Of(key)))
            {
                faults.Add(place, "The value is empty, or is in the table twice but for upper and lower case.", "Write each value once.");
            }

            if (to.Length > MappingIssues.LongestText)
            {
                faults.Text(place, to, MappingIssues.LongestText);
            }
        }

        if (transform.Otherwise is { Length: > MappingIssues.LongestText } otherwise)
        {
            faults.Text($"{pointer}/otherwise", otherwise, MappingIssues.LongestText);
        }
    }
}
