using ScimBridge.Protocol.Resources;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>Counts, over the published version, what a plan does to attributes, e-mail domains and groups.</summary>
internal sealed class PlanEffects
{
    private readonly int[] had = new int[AttributePresence.Names.Count];
    private readonly int[] emptied = new int[AttributePresence.Names.Count];

    /// <summary>How many users have a userName with a domain.</summary>
    public int HadDomain { get; private set; }

    /// <summary>How many of those get one with another domain.</summary>
    public int DomainChanged { get; private set; }

    /// <summary>How many groups there are.</summary>
    public int HadGroups { get; private set; }

    /// <summary>How many of those go.</summary>
    public int GroupsRemoved { get; private set; }

    /// <summary>The attributes with how many users had them and how many of those lose them.</summary>
    public IEnumerable<(string Attribute, int Had, int Emptied)> Attributes =>
        AttributePresence.Names.Select((name, index) => (name, had[index], emptied[index]));

    /// <summary>Counts a user of the published version.</summary>
    public void Count(StoredUser stored)
    {
        HadDomain += Domain(stored.UserName) is null ? 0 : 1;
        for (var index = 0; index < had.Length; index++)
        {
            had[index] += (int)((stored.Attributes >> index) & 1);
        }
    }

    /// <summary>Counts what becomes of a user counted before.</summary>
    public void CountChange(StoredUser stored, ScimUser wanted)
    {
        var lost = stored.Attributes & ~AttributePresence.Of(wanted);
        if (stored.Active && wanted.Active != true)
        {
            // Whoever goes leaves their groups, and is counted among those who go.
            lost &= ~AttributePresence.Groups;
        }

        for (var index = 0; index < emptied.Length; index++)
        {
            emptied[index] += (int)((lost >> index) & 1);
        }

        if (Domain(stored.UserName) is { } before && Domain(wanted.UserName) is { } after
            && !string.Equals(before, after, StringComparison.OrdinalIgnoreCase))
        {
            DomainChanged++;
        }
    }

    /// <summary>Counts the groups of the published version, and those of them that go.</summary>
    public void CountGroups(int had, int removed) => (HadGroups, GroupsRemoved) = (had, removed);

    private static string? Domain(string userName) =>
        userName.LastIndexOf('@') is var at and >= 0 ? userName[(at + 1)..] : null;
}
