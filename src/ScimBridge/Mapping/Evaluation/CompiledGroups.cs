using ScimBridge.Employees;
using ScimBridge.Mapping.Rules;

namespace ScimBridge.Mapping.Evaluation;

/// <summary>A directory's group sources, ready to say what a person holds.</summary>
internal sealed class CompiledGroups
{
    private readonly IReadOnlyList<(GroupSourceRule Rule, GroupSource Source)> sources;
    private readonly IReadOnlyList<(RuleGroup Rule, ConditionReader Condition)> rules;

    /// <summary>Makes the sources ready.</summary>
    /// <param name="settings">The directory's settings.</param>
    /// <param name="fields">The fields whose lists make the usual kinds of groups, by kind.</param>
    public CompiledGroups(GroupSettings settings, IReadOnlyDictionary<string, string> fields)
    {
        sources =
        [
            .. settings.Sources.Where(rule => rule.Enabled).Select(rule => (rule, Source(rule, fields))).DistinctBy(pair => pair.Item2.Key, StringComparer.Ordinal),
        ];
        rules = [.. settings.Rules.DistinctBy(rule => rule.Id, StringComparer.Ordinal).Select(rule => (rule, new ConditionReader(rule.Condition)))];
        Sources = rules.Count == 0
            ? [.. sources.Select(pair => pair.Source)]
            : [
                .. sources.Select(pair => pair.Source),
                new GroupSource(GroupKey.Rule, null, "Group") { Fixed = rules.ToDictionary(pair => pair.Rule.Id, pair => pair.Rule.Name, StringComparer.Ordinal) },
            ];
    }

    /// <summary>What groups are made from.</summary>
    public IReadOnlyList<GroupSource> Sources { get; }

    /// <summary>The ids of the fields that conditions ask; those whose lists make groups are read with their lists.</summary>
    public IEnumerable<string> Fields => rules.SelectMany(pair => ConditionReader.FieldsOf(pair.Rule.Condition));

    /// <summary>The source of a group; null when the directory has it no more.</summary>
    public GroupSource? SourceOf(GroupKey key) => Sources.FirstOrDefault(source => source.Key == key.Source);

    /// <summary>The condition of a rule group; null when the group has none.</summary>
    public ConditionReader? ConditionOf(GroupKey key) =>
        key.Source is GroupKey.Rule ? rules.FirstOrDefault(pair => pair.Rule.Id == key.ItemId).Condition : null;

    /// <summary>The groups that a person belongs to by what the HR system says, each once.</summary>
    public IReadOnlyList<HeldGroup> HeldBy(PersonView person, EmployeeReference? manager) =>
    [
        .. sources.SelectMany(pair => HeldBy(person, manager, pair.Rule.Kind, pair.Source)).DistinctBy(held => held.Key),
        .. rules.Where(pair => pair.Condition.Holds(person, null)).Select(pair => new HeldGroup(new GroupKey(GroupKey.Rule, pair.Rule.Id), pair.Rule.Name)),
    ];

    private static IEnumerable<HeldGroup> HeldBy(PersonView person, EmployeeReference? manager, GroupSourceKind kind, GroupSource source) => kind switch
    {
        GroupSourceKind.Department => Item(source, person.Employee.Department),
        GroupSourceKind.Site => Item(source, person.Employee.Site),
        GroupSourceKind.Type => Item(source, person.Employee.EmploymentType),
        GroupSourceKind.Contract => Item(source, person.Employee.Contract),
        GroupSourceKind.Managers => person.Employee.IsManager == true ? [new HeldGroup(GroupKey.Managers, null)] : [],
        GroupSourceKind.Everyone => [new HeldGroup(GroupKey.Everyone, null)],
        GroupSourceKind.DirectReports => manager is { Id: { } id } ? [new HeldGroup(new GroupKey(source.Key, id), null)] : [],
        _ => Items(source, person),
    };

    private static IEnumerable<HeldGroup> Item(GroupSource source, NamedItem? item) =>
        item is null ? [] : [new HeldGroup(new GroupKey(source.Key, item.Id), item.Name)];

    // Where the names can't be told apart the catalogue has them.
    private static IEnumerable<HeldGroup> Items(GroupSource source, PersonView person)
    {
        if (source.Field is not { } field)
        {
            return [];
        }

        var value = person[field];
        var ids = FieldTexts.Of(value, ItemForm.Id);
        var names = FieldTexts.Of(value, ItemForm.Name);
        return ids.Select((id, index) => new HeldGroup(new GroupKey(source.Key, id), names.Count == ids.Count ? names[index] : null));
    }

    private static GroupSource Source(GroupSourceRule rule, IReadOnlyDictionary<string, string> fields)
    {
        var (key, label) = rule.Kind switch
        {
            GroupSourceKind.Department => (GroupKey.Department, "Department"),
            GroupSourceKind.Site => (GroupKey.Site, "Site"),
            GroupSourceKind.Type => (GroupKey.Type, "Employment type"),
            GroupSourceKind.Contract => (GroupKey.Contract, "Contract"),
            GroupSourceKind.JobFamily => (GroupKey.JobFamily, "Job family"),
            GroupSourceKind.Managers => (GroupKey.Managers.Source, "Managers"),
            GroupSourceKind.Everyone => (GroupKey.Everyone.Source, "Everyone"),
            GroupSourceKind.DirectReports => (GroupKey.DirectReports, "Reports"),
            _ => (GroupKey.List(rule.Field ?? ""), rule.Field ?? "List"),
        };
        var all = rule.Kind is GroupSourceKind.Managers or GroupSourceKind.Everyone
            ? new Dictionary<string, string>(StringComparer.Ordinal) { [GroupKey.Everyone.ItemId] = rule.Label ?? label }
            : new Dictionary<string, string>(StringComparer.Ordinal);
        return new GroupSource(key, rule.Kind is GroupSourceKind.List ? rule.Field : fields.GetValueOrDefault(key), rule.Label ?? label)
        {
            Inherit = rule.Inherit,
            Fixed = all,
        };
    }
}
