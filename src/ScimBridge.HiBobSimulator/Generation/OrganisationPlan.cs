namespace ScimBridge.HiBobSimulator.Generation;

/// <summary>Who works in which department and for whom: one tree with one root, spread so that nobody has many more than seven reports.</summary>
internal sealed class OrganisationPlan
{
    private const int Span = 7;

    private OrganisationPlan(int people)
    {
        Department = new int[people];
        Manager = new int[people];
        Position = new int[people];
        HasReports = new bool[people];
    }

    /// <summary>The index of each person's department.</summary>
    public int[] Department { get; }

    /// <summary>The index of each person's manager; -1 for the one at the top.</summary>
    public int[] Manager { get; }

    /// <summary>Each person's place in the department; 0 is its head.</summary>
    public int[] Position { get; }

    public bool[] HasReports { get; }

    public static OrganisationPlan Create(int people, SeededRandom random)
    {
        var plan = new OrganisationPlan(people);
        var departments = DepartmentPlans.All;
        var weights = departments.Select(department => department.Weight).ToArray();
        var parents = departments.Select(department => Parent(departments, department)).ToArray();
        var members = departments.Select(_ => new List<int>()).ToArray();
        for (var index = 0; index < people; index++)
        {
            // Every department gets a head first, parents before children; the top of the first one leads the company.
            var department = index < departments.Count ? index : random.PickWeighted(weights);
            plan.Department[index] = department;
            plan.Position[index] = members[department].Count;
            members[department].Add(index);
            plan.Manager[index] = members[department].Count > 1
                ? members[department][(members[department].Count - 2) / Span]
                : HeadAbove(members, parents, department);
            if (plan.Manager[index] >= 0)
            {
                plan.HasReports[plan.Manager[index]] = true;
            }
        }

        return plan;
    }

    private static int HeadAbove(List<int>[] members, int[] parents, int department)
    {
        if (department == 0)
        {
            return -1;
        }

        return parents[department] is >= 0 and var parent && members[parent].Count > 0 ? members[parent][0] : members[0][0];
    }

    private static int Parent(IReadOnlyList<DepartmentPlan> departments, DepartmentPlan department)
    {
        for (var index = 0; index < departments.Count; index++)
        {
            if (departments[index].Id == department.ParentId)
            {
                return index;
            }
        }

        return -1;
    }
}
