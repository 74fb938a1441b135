using ScimBridge.Mapping.Evaluation;

namespace ScimBridge.Mapping.Explaining;

/// <summary>Finds why a user is in each group.</summary>
internal static class GroupExplainer
{
    /// <summary>The groups of the facts, in their order.</summary>
    public static IReadOnlyList<GroupExplanation> Explain(
        string directoryKey,
        PersonView person,
        UserFacts facts,
        CompiledGroups groups,
        IReadOnlyList<HeldGroup> held,
        IReadOnlyDictionary<GroupKey, IReadOnlyList<GroupKey>> above)
    {
        // The nearest cause wins: an item that is held, before one that another item implies.
        var causes = new Dictionary<string, (GroupKey Key, GroupKey Cause)>(StringComparer.Ordinal);
        foreach (var key in held.Select(group => group.Key))
        {
            causes.TryAdd(ResourceIds.Group(directoryKey, key), (key, key));
        }

        foreach (var cause in held.Select(group => group.Key))
        {
            foreach (var key in above.GetValueOrDefault(cause) ?? [])
            {
                causes.TryAdd(ResourceIds.Group(directoryKey, key), (key, cause));
            }
        }

        return
        [
            .. facts.Groups.Select(group => causes.TryGetValue(group.Value, out var found)
                ? Of(group.Value, group.Display, person, groups, found.Key, found.Cause)
                : new GroupExplanation { Id = group.Value, Name = group.Display, Key = null }),
        ];
    }

    private static GroupExplanation Of(string id, string? name, PersonView person, CompiledGroups groups, GroupKey key, GroupKey cause)
    {
        var asked = new List<ConditionAsked>();
        groups.ConditionOf(key)?.Holds(person, asked);
        return new GroupExplanation
        {
            Id = id,
            Name = name,
            Key = key,
            Field = groups.SourceOf(key)?.Field is { } field ? FieldTried.Of(field, person[field]) with { Won = true } : null,
            InheritedFrom = cause == key ? null : cause,
            Conditions = asked,
        };
    }
}
