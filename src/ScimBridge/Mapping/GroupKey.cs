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

    /// <summary>The <c>externalId</c> of the group, such as <c>department:263100417</c>.</summary>
    public string ExternalId => $"{Source}:{ItemId}";
}
