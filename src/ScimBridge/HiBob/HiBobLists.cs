using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>The named lists of one read, and what became of those that could not be read.</summary>
internal sealed class HiBobLists
{
    private static readonly Dictionary<GroupSource, string> GroupLists = new()
    {
        [GroupSource.Department] = HiBobFieldCatalogue.DepartmentList,
        [GroupSource.Site] = HiBobFieldCatalogue.SiteList,
    };

    private readonly Dictionary<string, HiBobNamedList> byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> tried = new(StringComparer.Ordinal);

    /// <summary>The lists that were read.</summary>
    public IReadOnlyDictionary<string, HiBobNamedList> ByName => byName;

    /// <summary>The lists that were not there or not permitted, which stops no read.</summary>
    public List<SourceIssue> Issues { get; } = [];

    /// <summary>Reads a list unless that was tried before.</summary>
    public async Task ReadAsync(HiBobClient client, SourceConnection connection, string name, CancellationToken cancellationToken)
    {
        if (!tried.Add(name))
        {
            return;
        }

        try
        {
            byName[name] = await client.ReadAsync(
                connection,
                HiBobCall.NamedList(name),
                (body, token) => HiBobDocument.ReadAsync(body, root => HiBobNamedList.Parse(root, name), token),
                cancellationToken);
        }
        catch (EmployeeSourceException exception) when (exception.Failure is SourceFailure.Refused or SourceFailure.Forbidden)
        {
            Issues.Add(HiBobIssues.ListUnreadable(name, exception.Failure));
        }
    }

    /// <summary>The items that groups are made from.</summary>
    public IReadOnlyList<CatalogueItem> Catalogue() => [.. GroupLists.SelectMany(pair => Items(pair.Key, pair.Value))];

    /// <summary>The sources of groups whose list is not among those read.</summary>
    public IReadOnlySet<GroupSource> UnreadableCatalogues() =>
        GroupLists.Where(pair => !byName.ContainsKey(pair.Value)).Select(pair => pair.Key).ToHashSet();

    private IEnumerable<CatalogueItem> Items(GroupSource source, string list) =>
        byName.TryGetValue(list, out var found)
            ? found.Items.Select(item => new CatalogueItem(source, item.Id, item.Name, item.Path, item.Archived))
            : [];
}
