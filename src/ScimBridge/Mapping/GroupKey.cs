namespace ScimBridge.Mapping;

/// <summary>What a group is made from: a source and an item of it. It never changes, whatever the group is called.</summary>
/// <param name="Source">The source, such as <c>department</c>, <c>site</c> or <c>custom:work.custom.field_1</c>.</param>
/// <param name="ItemId">The HR system's identifier of the item.</param>
internal readonly record struct GroupKey(string Source, string ItemId)
{
    /// <summary>The source of groups by department.</summary>
    public const string Department = "department";

    /// <summary>The source of groups by site.</summary>
    public const string Site = "site";

    /// <summary>The source of groups by employment type.</summary>
    public const string Type = "type";

    /// <summary>The source of groups by contract.</summary>
    public const string Contract = "contract";

    /// <summary>The source of groups by job family.</summary>
    public const string JobFamily = "jobFamily";

    /// <summary>The source of the groups of those who report to somebody; the item is that person.</summary>
    public const string DirectReports = "manager";

    /// <summary>The source of the groups that have a condition; the item is the rule's id.</summary>
    public const string Rule = "rule";

    /// <summary>The group of everybody to whom somebody reports.</summary>
    public static GroupKey Managers { get; } = new("managers", "all");

    /// <summary>The group of everybody.</summary>
    public static GroupKey Everyone { get; } = new("everyone", "all");

    /// <summary>The <c>externalId</c> of the group, such as <c>department:263100417</c>.</summary>
    public string ExternalId => $"{Source}:{ItemId}";

    /// <summary>The source of groups by the items of any list.</summary>
    public static string List(string field) => $"custom:{field}";
}
