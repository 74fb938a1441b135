using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>Says of HiBob's fields what the rest of the bridge knows of any HR system's.</summary>
internal static class HiBobFieldInfo
{
    // Pay, identity papers and what tells of health, origin, age or family: no directory needs them (RFC 7644 section 7.5.2).
    // Home is family and gender; private addresses, mails and phones are in categories of their own, which are allowed.
    private static readonly HashSet<string> SensitiveCategories = new(StringComparer.OrdinalIgnoreCase)
    {
        "payroll", "salary", "financial", "identification", "equity", "variable", "bankAccounts", "home", "training", "deductions",
    };

    private static readonly HashSet<string> SensitiveTypes = new(StringComparer.Ordinal) { "ssn", "currency" };

    private static readonly string[] SensitiveFields =
    [
        "personal.birthDate", "personal.shortBirthDate", "personal.age", "personal.nationality", "personal.gender", "identification.",
        "financial.", "payroll.salary", "payroll.nin", "payroll.variable", "payroll.equity", "payroll.deduction",
        "payroll.employment.salaryPayType", "home.legalGender", "home.familyStatus", "home.spouse", "home.numberOfKids", "home.kids",
    ];

    /// <summary>The field as the company's metadata describe it.</summary>
    public static FieldInfo Of(HiBobFieldMetadata field) => new(
        field.Id, field.Name ?? field.Id, field.Category ?? "the field's category", KindOf(field.Type), IsSensitive(field.Id, field));

    /// <summary>The field as far as it is known without metadata.</summary>
    public static FieldInfo Of(HiBobField field) => new(
        field.Id, field.Id, field.Category, field.Kind switch
        {
            HiBobFieldKind.List => FieldValueKind.List,
            HiBobFieldKind.Person => FieldValueKind.Person,
            _ => FieldValueKind.Text,
        },
        IsSensitive(field.Id, null));

    /// <summary>The permission that shows a category's fields, in HiBob's own words.</summary>
    public static PermissionHint Permission(string category) => new(
        $"View selected employees' {category} sections",
        $"Settings > Account > Permission groups > (the service user's group) > People's data > People > {category}");

    /// <summary>Whether a field is never read, by what the metadata say of it and by what is known of HiBob's own fields.</summary>
    public static bool IsSensitive(string id, HiBobFieldMetadata? metadata) =>
        (metadata?.CategoryId is { } category && SensitiveCategories.Contains(category))
        || (metadata?.Type is { } type && SensitiveTypes.Contains(type))
        || Array.Exists(SensitiveFields, prefix => id.StartsWith(prefix, StringComparison.Ordinal));

    private static FieldValueKind KindOf(string? type) => type switch
    {
        "text" or "text-area" or "avatar" or "ssn" or "time" or "short-date" => FieldValueKind.Text,
        "number" => FieldValueKind.Number,
        "boolean" => FieldValueKind.Boolean,
        "date" => FieldValueKind.Date,
        "list" or "list_id" or "hierarchy-list" => FieldValueKind.List,
        "multi-list" => FieldValueKind.MultiList,
        "employee" or "employee-reference" => FieldValueKind.Person,
        _ => FieldValueKind.Other,
    };
}
