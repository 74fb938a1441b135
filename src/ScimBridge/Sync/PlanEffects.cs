using ScimBridge.Protocol.Resources;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>Counts, over the published version, what a plan does to attributes, e-mail domains and groups.</summary>
internal sealed class PlanEffects
{
    private readonly int[] had = new int[AttributePresence.Names.Count];
    private readonly int[] emptied = new int[AttributePresence.Names.Count];

    /// <summary>How many users have a work e-mail address, or a userName with a domain.</summary>
    public int HadDomain { get; private set; }

    /// <summary>How many of those get another domain in either.</summary>
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
        HadDomain += Domain(stored.UserName) is not null || AttributePresence.MayHaveWorkEmail(stored.Attributes) ? 1 : 0;
        for (var index = 0; index < had.Length; index++)
        {
            had[index] += (int)((stored.Attributes >> index) & 1);
        }
    }

    /// <summary>Counts what becomes of a user counted before.</summary>
    /// <param name="stored">The user of the published version.</param>
    /// <param name="before">The user's resource there.</param>
    /// <param name="wanted">The resource that is to be.</param>
    public void CountChange(StoredUser stored, ScimUser before, ScimUser wanted)
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

        if (Differ(WorkEmail(before), WorkEmail(wanted)) || Differ(stored.UserName, wanted.UserName))
        {
            DomainChanged++;
        }
    }

    /// <summary>Counts the groups of the published version, and those of them that go.</summary>
    public void CountGroups(int had, int removed) => (HadGroups, GroupsRemoved) = (had, removed);

    private static string? WorkEmail(ScimUser user)
    {
        var emails = user.Emails?.Where(email => email.Type == "work").ToList();
        return (emails?.FirstOrDefault(email => email.Primary == true) ?? emails?.FirstOrDefault())?.Value;
    }

    /// <summary>Whether both have a domain, and not the same.</summary>
    private static bool Differ(string? before, string? after) =>
        Domain(before) is { } old && Domain(after) is { } wanted && !string.Equals(old, wanted, StringComparison.OrdinalIgnoreCase);

    private static string? Domain(string? name) =>
        name?.LastIndexOf('@') is { } at and >= 0 ? name[(at + 1)..] : null;
}
