using ScimBridge.Employees;

namespace ScimBridge.Sync;

/// <summary>The lists of an HR system as they were last read.</summary>
/// <param name="Items">Their items.</param>
/// <param name="Unreadable">The fields whose list has never been readable.</param>
internal sealed record KeptLists(IReadOnlyList<CatalogueItem> Items, IReadOnlyList<string> Unreadable)
{
    /// <summary>No list is known.</summary>
    public static KeptLists Nothing { get; } = new([], []);
}
