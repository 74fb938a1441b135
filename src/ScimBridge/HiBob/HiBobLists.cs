using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>The named lists of one read, and what became of those that could not be read.</summary>
internal sealed class HiBobLists
{
    private readonly Dictionary<string, HiBobNamedList> byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> tried = new(StringComparer.Ordinal);

    private bool forbidden;

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

        // A refusal is final for the run, and HiBob's firewall counts them.
        if (forbidden)
        {
            Issues.Add(HiBobIssues.ListUnreadable(name, SourceFailure.Forbidden));
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
        catch (EmployeeSourceException exception) when (
            exception.Failure is SourceFailure.Refused or SourceFailure.Forbidden or SourceFailure.Unreadable)
        {
            forbidden = exception.Failure is SourceFailure.Forbidden;
            Issues.Add(HiBobIssues.ListUnreadable(name, exception.Failure));
        }
    }

    /// <summary>The items of the lists of <paramref name="fields"/>.</summary>
    public IReadOnlyList<CatalogueItem> Catalogue(IEnumerable<HiBobField> fields) => [.. fields.SelectMany(Items)];

    /// <summary>The fields whose lists groups are made from, and whose list is not among those read.</summary>
    public IReadOnlySet<string> Unreadable(HiBobFieldPlan plan) => plan.CatalogueFields
        .Where(field => field.List is null || !byName.ContainsKey(field.List))
        .Select(field => field.Id)
        .Concat(plan.UnknownCatalogueFields)
        .ToHashSet(StringComparer.Ordinal);

    private IEnumerable<CatalogueItem> Items(HiBobField field) =>
        field.List is not null && byName.TryGetValue(field.List, out var found)
            ? found.Items.Select(item => new CatalogueItem(field.Id, item.Id, item.Name, item.Path, item.Ancestors, item.Archived))
            : [];
}
