using System.Collections.Concurrent;

namespace ScimBridge.HiBobSimulator;

/// <summary>The company's named lists, and the offices behind the list <c>site</c>.</summary>
internal sealed class CompanyLists
{
    private readonly ConcurrentDictionary<string, NamedList> lists = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, Site> sites = new();

    public IReadOnlyList<NamedList> All => [.. lists.Values.OrderBy(list => list.Name, StringComparer.Ordinal)];

    public NamedList? Find(string name) => lists.GetValueOrDefault(name);

    public NamedList Require(string name) => Find(name) ?? throw new ArgumentException($"There is no list '{name}'.", nameof(name));

    public NamedList Ensure(string name, bool integerIds) => lists.GetOrAdd(name, static (key, integers) => new NamedList(key, integers), integerIds);

    public void EnsureFor(FieldDefinition field)
    {
        if (field.ListId is { } name)
        {
            Ensure(name, field.Type == FieldType.ListId);
        }
    }

    public void AddSite(Site site)
    {
        Require("site").Add(site.Id, site.Name, null);
        sites[site.Id] = site;
    }

    public Site? FindSite(long id) => sites.GetValueOrDefault(id);
}
