namespace ScimBridge.Tests.Conformance;

/// <summary>Every requirement of the SCIM RFCs on reading, each once. To add one, add a line where its section is.</summary>
internal static class RequirementList
{
    /// <summary>All of them, in the order of the document.</summary>
    public static IReadOnlyList<Requirement> All { get; } =
    [
        .. new[] { ResourceRequirements.All, UserRequirements.All, DiscoveryRequirements.All, ProtocolRequirements.All, QueryRequirements.All, CursorRequirements.All }
            .SelectMany(list => list)
            .OrderBy(requirement => requirement.Rfc)
            .ThenBy(requirement => requirement.SectionNumbers, Comparer<IReadOnlyList<int>>.Create(Compare)),
    ];

    private static int Compare(IReadOnlyList<int> left, IReadOnlyList<int> right)
    {
        foreach (var (first, second) in left.Zip(right))
        {
            if (first != second)
            {
                return first.CompareTo(second);
            }
        }

        return left.Count.CompareTo(right.Count);
    }
}
