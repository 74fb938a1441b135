using ScimBridge.Employees;
using ScimBridge.Mapping.Validation;

namespace ScimBridge.Mapping;

/// <summary>Judges rules before they are kept: what it finds no fault with can be compiled and does what it says.</summary>
internal static class DirectoryRulesValidator
{
    /// <summary>The faults of rules, in the order of the document; none when they can be kept.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="fields">Every field that the HR system has; null when it can't be asked, and then no field is judged.</param>
    public static IReadOnlyList<RuleFault> Validate(DirectoryRules rules, IReadOnlyList<FieldInfo>? fields)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var faults = new RuleFaults();
        var knownFields = new FieldJudge(faults, fields);
        var sources = new SourceJudge(faults, knownFields);
        var conditions = new ConditionJudge(faults, knownFields);
        if (rules.Format != DirectoryRules.CurrentFormat)
        {
            faults.Add("/format", "This form of the document is not known.", "Write 1.");
        }

        new AttributeJudge(faults, sources, knownFields).Judge(rules.Attributes);
        new CustomAttributeJudge(faults, sources).Judge(rules.CustomAttributes);
        if (rules.Scope is { } scope)
        {
            conditions.Judge("/scope/condition", scope.Condition);
            faults.Range("/scope/deleteAfterDays", scope.DeleteAfterDays, 3650);
        }

        faults.Range("/lifecycle/preHireDays", rules.Lifecycle.PreHireDays, 365);
        faults.Range("/lifecycle/excludeTerminatedAfterDays", rules.Lifecycle.ExcludeTerminatedAfterDays, 3650);
        if (rules.UserName.Source is { } userName)
        {
            sources.Judge("/userName/source", userName);
        }

        new GroupJudge(faults, conditions, knownFields).Judge(rules.Groups);
        return faults.All;
    }
}
