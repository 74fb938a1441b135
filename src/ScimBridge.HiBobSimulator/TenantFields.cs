using static ScimBridge.HiBobSimulator.FieldType;

namespace ScimBridge.HiBobSimulator;

/// <summary>The custom fields of the simulated tenant, as companies have them.</summary>
internal static class TenantFields
{
    public const string Division = "work.customColumns.column_1700000000003";
    public const string Team = "work.customColumns.column_1700000000004";
    public const string ShirtSize = "about.custom.field_1700000000005";
    public const string Languages = "personal.custom.field_1700000000006";
    public const string Locale = "work.custom.field_1700000000007";
    public const string Locker = "work.custom.field_1700000000008";
    public const string FirstAider = "work.custom.field_1700000000009";
    public const string BadgeExpiry = "work.custom.field_1700000000010";

    public const string DivisionList = "work.column_1700000000003";
    public const string ShirtSizeList = "field_1700000000005";
    public const string LanguagesList = "field_1700000000006";

    public static FieldDefinition[] Create() =>
    [
        new(StandardFields.CostCentre, List, "work", "Cost centre", StandardFields.CostCentreList) { Historical = true },
        new(StandardFields.WorkMode, List, "work", "Work mode", "field_1700000000002"),
        new(Division, List, "work", "Division", DivisionList) { Historical = true },
        new(Team, List, "work", "Team", StandardFields.TeamList) { Historical = true },
        new(ShirtSize, List, "about", "T-shirt size", ShirtSizeList) { Description = "For the summer party" },
        new(Languages, MultiList, "personal", "Languages besides the first", LanguagesList),
        new(Locale, Text, "work", "Locale") { Description = "Such as nb-NO" },
        new(Locker, Number, "work", "Locker"),
        new(FirstAider, FieldType.Boolean, "work", "First aider"),
        new(BadgeExpiry, Date, "work", "Badge valid until"),
    ];
}
