using ScimBridge.Mapping.Rules;

namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>Says rules in words.</summary>
internal static class RuleWords
{
    /// <summary>Where a value comes from.</summary>
    public static string Of(ValueSource source, FieldList fields)
    {
        var made = source switch
        {
            { Field: { Length: 0 } } => "no field yet",
            { Field: { } field, As: ItemForm.Id } => $"the identifier of {fields.NameOf(field)}",
            { Field: { } field } => fields.NameOf(field),
            { First: { } first } => string.Join(", else ", first.Select(part => Of(part, fields))),
            { Template: { } template } => $"the text “{template}”",
            { Constant: { } constant } => $"always “{constant}”",
            _ => "nothing",
        };
        return source.Transforms is { Count: > 0 } transforms ? $"{made}; then {string.Join(", ", transforms.Select(Of))}" : made;
    }

    /// <summary>What a transform does.</summary>
    public static string Of(Transform transform) => transform.Kind switch
    {
        TransformKind.Map => $"a table of {Shell.Words.Count(transform.Table?.Count ?? 0, "value")}",
        TransformKind.E164 when transform.Region is { } region => $"international telephone number ({region})",
        var kind => Of(kind).ToLowerInvariant(),
    };

    /// <summary>What a kind of transform does.</summary>
    public static string Of(TransformKind kind) => kind switch
    {
        TransformKind.Trim => "Without white space around",
        TransformKind.Lower => "Lower case",
        TransformKind.Upper => "Upper case",
        TransformKind.E164 => "International telephone number",
        TransformKind.Country => "Country code",
        TransformKind.Date => "Day (yyyy-MM-dd)",
        _ => "Table of values",
    };

    /// <summary>What a condition says of a field.</summary>
    public static string Of(ConditionOperator op) => op switch
    {
        ConditionOperator.Eq => "is",
        ConditionOperator.In => "is one of",
        ConditionOperator.Sw => "starts with",
        ConditionOperator.Ew => "ends with",
        ConditionOperator.Co => "contains",
        ConditionOperator.Present => "has a value",
        ConditionOperator.Empty => "is empty",
        ConditionOperator.Before => "is before",
        _ => "is after",
    };

    /// <summary>What groups are made from.</summary>
    public static string Of(GroupSourceKind kind) => kind switch
    {
        GroupSourceKind.Department => "Departments",
        GroupSourceKind.Site => "Sites",
        GroupSourceKind.Type => "Employment types",
        GroupSourceKind.Contract => "Contracts",
        GroupSourceKind.JobFamily => "Job families",
        GroupSourceKind.List => "The items of a list",
        GroupSourceKind.Managers => "One group of all managers",
        GroupSourceKind.DirectReports => "Direct reports of each manager",
        _ => "One group of everybody",
    };
}
