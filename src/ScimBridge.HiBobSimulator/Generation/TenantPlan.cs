namespace ScimBridge.HiBobSimulator.Generation;

/// <summary>The tenant's own lists and the job catalogue: some ids are names from the first day, the rest numbers.</summary>
internal static class TenantPlan
{
    public static readonly string[] Sizes = ["XS", "S", "M", "L", "XL", "XXL"];
    public static readonly string[] Languages = ["English", "French", "German", "263101201", "263101202", "263101203"];
    public static readonly string[] Teams =
        ["Aurora", "Borealis", "263101301", "263101302", "263101303", "263101304", "263101305", "263101306"];

    private static readonly (string Id, string Name)[] TeamNames =
    [
        ("Aurora", "Aurora"), ("Borealis", "Borealis"), ("263101301", "Capella"), ("263101302", "Deneb"), ("263101303", "Elnath"),
        ("263101304", "Fomalhaut"), ("263101305", "灯台"), ("263101306", "Глубина"),
    ];

    private static readonly (long Id, string Name)[] Groups = [(5_100_101, "Technology"), (5_100_102, "Commercial"), (5_100_103, "Corporate"), (5_100_104, "Maritime")];

    /// <summary>The division of the company that a top department belongs to.</summary>
    public static string Division(string department) => GroupIndex(department) switch
    {
        0 => "Technology",
        1 => "263101401",
        2 => "Corporate",
        _ => "263101402",
    };

    public static long JobFamilyGroup(string department) => Groups[GroupIndex(department)].Id;

    public static long JobFamily(int departmentIndex) => 5_200_101 + departmentIndex;

    public static void AddLists(Company company)
    {
        Add(company, TenantFields.DivisionList, ("Technology", "Technology"), ("263101401", "Commercial"), ("Corporate", "Corporate"), ("263101402", "Maritime"));
        Add(company, StandardFields.TeamList, TeamNames);
        Add(company, TenantFields.ShirtSizeList, [.. Sizes.Select(size => (size, size))]);
        Add(
            company,
            TenantFields.LanguagesList,
            ("English", "English"),
            ("French", "French"),
            ("German", "German"),
            ("263101201", "Norsk"),
            ("263101202", "日本語"),
            ("263101203", "العربية"));
        foreach (var (id, name) in Groups)
        {
            company.AddListItem("jobFamilyGroup_entity_list", id, name);
        }

        for (var index = 0; index < DepartmentPlans.All.Count; index++)
        {
            company.AddListItem("jobFamily_entity_list", JobFamily(index), DepartmentPlans.All[index].Name + " jobs");
        }
    }

    private static int GroupIndex(string department) => Top(department) switch
    {
        "Engineering" or "Product" => 0,
        "Sales" or "Marketing" or "Customer Care" => 1,
        "Operations" => 3,
        _ => 2,
    };

    private static string Top(string department)
    {
        var plan = DepartmentPlans.All.FirstOrDefault(candidate => candidate.Id == department);
        return plan?.ParentId is { } parent ? Top(parent) : department;
    }

    private static void Add(Company company, string list, params (string Id, string Name)[] items)
    {
        foreach (var (id, name) in items)
        {
            company.AddListItem(list, id, name);
        }
    }
}
