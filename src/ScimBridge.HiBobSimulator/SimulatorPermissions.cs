namespace ScimBridge.HiBobSimulator;

/// <summary>What the service user may see. Members may be replaced at any time; a request works with what holds when it starts.</summary>
public sealed class SimulatorPermissions
{
    /// <summary>Every category that the simulator's fields belong to.</summary>
    public static IReadOnlySet<string> AllCategories { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "root", "userData", "personal", "personalContact", "about", "jobsCatalog", "work", "workContact", "address", "employment", "lifecycle",
    };

    /// <summary>Whether the service user is in a permission group at all; without one, people cannot be read (403).</summary>
    public bool InGroup { get; set; } = true;

    /// <summary>Whether the service user may read named lists; without it they are answered with 403.</summary>
    public bool CanReadNamedLists { get; set; } = true;

    /// <summary>The ids of the categories whose fields the service user may view.</summary>
    public IReadOnlySet<string> Categories { get; set; } = AllCategories;

    /// <summary>Fields hidden one by one, whatever their category says.</summary>
    public IReadOnlySet<string> HiddenFields { get; set; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Lifecycle statuses of the people in the audience; null means all, an empty set nobody. Spelling and case do not matter.</summary>
    public IReadOnlySet<string>? AudienceStatuses { get; set; }

    /// <summary>Ids of the people in the audience; null means no condition on ids.</summary>
    public IReadOnlySet<string>? AudienceIds { get; set; }

    /// <summary>Takes categories away.</summary>
    public void RemoveCategories(params string[] categoryIds) =>
        Categories = Categories.Except(categoryIds, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);

    /// <summary>Gives everything back: in a group, every category and field, everybody.</summary>
    public void GrantAll()
    {
        InGroup = true;
        CanReadNamedLists = true;
        Categories = AllCategories;
        HiddenFields = new HashSet<string>(StringComparer.Ordinal);
        AudienceStatuses = null;
        AudienceIds = null;
    }
}
