using ScimBridge.Employees;
using ScimBridge.Mapping.Evaluation;
using ScimBridge.Mapping.Rules;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Mapping.Validation;

/// <summary>Judges the attributes that a directory adds to our extension.</summary>
internal sealed class CustomAttributeJudge(RuleFaults faults, SourceJudge sources)
{
    private const int Most = 50;
    private const int LongestName = 64;

    // Of every schema of users: a client that leaves out the URN must still find what it found before.
    private static readonly HashSet<string> Taken = SchemaCatalog.Load().SchemasOf("User").SelectMany(schema => schema.Attributes)
        .Concat(SchemaCatalog.Load().CommonAttributes).Select(attribute => attribute.Name).Append("password").ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds their faults.</summary>
    public void Judge(IReadOnlyList<CustomAttributeRule> rules)
    {
        if (!faults.Limit("/customAttributes", rules.Count, Most, "attributes"))
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < rules.Count; index++)
        {
            var pointer = $"/customAttributes/{index}";
            JudgeName($"{pointer}/name", rules[index].Name, seen);
            if (rules[index].Description.Length > MappingIssues.LongestText)
            {
                faults.Text($"{pointer}/description", rules[index].Description, MappingIssues.LongestText);
            }

            var type = rules[index].Type;
            sources.Judge($"{pointer}/source", rules[index].Source);
            sources.JudgeFit($"{pointer}/source", rules[index].Source, kind => Fits(type, kind), text => TypedValues.Of(text, type) is not null);
        }
    }

    // A text may say anything, also in a list of texts; a day is no number, and neither is a person.
    private static bool Fits(CustomAttributeType type, FieldValueKind kind) => type switch
    {
        CustomAttributeType.Boolean => kind is FieldValueKind.Boolean or FieldValueKind.Text or FieldValueKind.List,
        CustomAttributeType.Integer or CustomAttributeType.Decimal =>
            kind is FieldValueKind.Number or FieldValueKind.Text or FieldValueKind.List or FieldValueKind.MultiList,
        CustomAttributeType.DateTime => kind is FieldValueKind.Date or FieldValueKind.Text,
        CustomAttributeType.Reference => kind is FieldValueKind.Text,
        _ => true,
    };

    private void JudgeName(string pointer, string name, HashSet<string> seen)
    {
        if (name.Length > LongestName || !AttributePath.TryParse(name, out var path) || path.SchemaUri is not null || path.SubAttribute is not null)
        {
            faults.Add(pointer, "This can't be an attribute's name.", "Write a letter, then letters, digits, - and _, at most 64 in all (RFC 7643 section 2.1).");
        }
        else if (Taken.Contains(name) || !seen.Add(name))
        {
            faults.Add(pointer, "Another attribute of users has this name, or one that differs in upper and lower case alone.", "Choose another name.");
        }
    }
}
