using ScimBridge.Mapping.Rules;

namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>A group with a condition while somebody edits it.</summary>
internal sealed class GroupRow
{
    /// <summary>The identifier, which never changes once saved.</summary>
    public string Id { get; set; } = "";

    /// <summary>The name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What holds for its members.</summary>
    public ConditionForm Condition { get; private init; } = new();

    /// <summary>The form of a group.</summary>
    public static GroupRow Of(RuleGroup group) => new() { Id = group.Id, Name = group.Name, Condition = ConditionForm.Of(group.Condition) };

    /// <summary>The group.</summary>
    public RuleGroup ToGroup() => new() { Id = Id, Name = Name, Condition = Condition.ToCondition() };
}
