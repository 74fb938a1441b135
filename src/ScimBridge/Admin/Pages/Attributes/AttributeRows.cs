using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Mapping.Evaluation;
using ScimBridge.Mapping.Rules;
using ScimBridge.Sync.Doctor;

namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>Lists the attributes that a directory serves by its rules, and what each is made from.</summary>
/// <param name="defaults">Where the default mapping takes attributes from.</param>
/// <param name="fields">The names of fields.</param>
/// <param name="report">What the newest permission check found; null before there is one.</param>
internal sealed class AttributeRows(IReadOnlyList<DefaultSource> defaults, FieldList fields, PermissionReport? report)
{
    private const string HomeAddress = "addresses[type eq \"home\"]";

    private readonly Dictionary<string, FieldFinding> findings =
        report?.Fields.ToDictionary(finding => finding.Field, StringComparer.Ordinal) ?? new(StringComparer.Ordinal);

    /// <summary>The attributes: those of the default mapping in its order, those that rules add, and the directory's own.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="includeHomeAddress">Whether home addresses are served where the rules don't say.</param>
    public IReadOnlyList<AttributeRow> Of(DirectoryRules rules, bool includeHomeAddress)
    {
        var home = rules.HomeAddress ?? includeHomeAddress;
        var served = defaults.Where(source => home || !source.Attribute.StartsWith(HomeAddress, StringComparison.Ordinal)).ToList();
        var added = rules.Attributes.Where(rule => !served.Exists(source => RuleForm.IsSame(source.Attribute, rule.Attribute)));
        return
        [
            .. served.Select(source => Of(source, rules)),
            .. added.Select(Of),
            .. rules.CustomAttributes.Select(rule => Of(rule.Name, RuleSubject.Custom, rule.Source)),
        ];
    }

    private AttributeRow Of(DefaultSource source, DirectoryRules rules)
    {
        if (source.Attribute == "userName" && rules.UserName.Source is { } own)
        {
            return Of("userName", RuleSubject.UserName, own);
        }

        if (rules.Attributes.FirstOrDefault(rule => RuleForm.IsSame(rule.Attribute, source.Attribute)) is { } decided)
        {
            return Of(decided);
        }

        var whole = rules.Attributes.FirstOrDefault(rule => rule.Drop && IsWithin(source.Attribute, rule.Attribute));
        var isFixed = source.Attribute is "externalId" or "active";
        var made = source.Attribute == "active" ? "The state of the employment; see “Users”" : string.Join(", else ", source.Fields.Select(fields.NameOf));
        var row = new AttributeRow(
            source.Attribute,
            source.Attribute == "userName" ? RuleSubject.UserName : RuleSubject.Attribute,
            isFixed ? AttributeOrigin.Fixed : whole is null ? AttributeOrigin.Default : AttributeOrigin.Dropped,
            whole is null ? made : $"left out with {whole.Attribute}");
        return whole is null ? WithShare(row, source.Fields) : row;
    }

    private AttributeRow Of(AttributeRule rule) => rule.Source is { } source
        ? Of(rule.Attribute, RuleSubject.Attribute, source)
        : new AttributeRow(rule.Attribute, RuleSubject.Attribute, AttributeOrigin.Dropped, "left out");

    private AttributeRow Of(string path, RuleSubject subject, ValueSource source)
    {
        var row = new AttributeRow(path, subject, AttributeOrigin.Own, RuleWords.Of(source, fields));
        var named = SourceCompiler.FieldsOf(source).Distinct(StringComparer.Ordinal).ToList();

        // A constant at the end of a chain gives everybody a value, and so does one alone.
        return source.Constant is not null || source.First is [.., { Constant: not null }] ? row with { Share = 1 } : WithShare(row, named);
    }

    private AttributeRow WithShare(AttributeRow row, IReadOnlyList<string> named)
    {
        var found = named.Select(field => findings.GetValueOrDefault(field)).OfType<FieldFinding>().ToList();
        return row with
        {
            Share = found.Count == 0 ? null : found.Max(finding => finding.Share),
            AtLeast = named.Count > 1 && found.Max(finding => (double?)finding.Share) < 1,
            Hidden = [.. found.Where(finding => finding.Seen == 0).Select(finding => finding.Field)],
        };
    }

    private static bool IsWithin(string attribute, string whole) =>
        attribute.StartsWith(whole, StringComparison.OrdinalIgnoreCase) && attribute.Length > whole.Length && attribute[whole.Length] is '.' or '[';
}
