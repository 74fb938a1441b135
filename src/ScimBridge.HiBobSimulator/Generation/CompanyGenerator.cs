namespace ScimBridge.HiBobSimulator.Generation;

/// <summary>Makes Fjordline, a company of any size, from a seed.</summary>
internal static class CompanyGenerator
{
    public const string Domain = "fjordline.example";

    private const int Fewest = 10;
    private const int Most = 100_000;

    public static Company Generate(HiBobSimulatorOptions options, SimulatorClock clock)
    {
        if (options.People is not (0 or >= Fewest and <= Most))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.People, $"A company has {Fewest} to {Most} people, or none.");
        }

        var company = new Company(clock);
        if (options.People == 0)
        {
            return company;
        }

        // Each concern draws from its own sequence, so that a change to one leaves the others as they were.
        AddLists(company);
        var organisation = OrganisationPlan.Create(options.People, new SeededRandom(options.Seed * 31L));
        var statuses = StatusPlan.Create(organisation, new SeededRandom((options.Seed * 31L) + 1));
        var people = new PersonGenerator(
            company,
            options.ReferenceDate ?? HiBobSimulatorOptions.StartOfQuarter(clock.Today),
            new SeededRandom((options.Seed * 31L) + 2),
            new ExtrasGenerator(new SeededRandom((options.Seed * 31L) + 3)));
        for (var index = 0; index < options.People; index++)
        {
            people.Add(organisation, statuses[index], index);
        }

        return company;
    }

    private static void AddLists(Company company)
    {
        foreach (var department in DepartmentPlans.All)
        {
            company.AddListItem("department", department.Id, department.Name, department.ParentId);
        }

        company.AddListItem("department", "263100430", "Mobile (old)");
        company.ArchiveListItem("department", "263100430");
        company.AddListItem("payrollEmploymentType", "263100601", "Contractor");
        company.AddListItem("payrollEmploymentType", "263100602", "Intern");
        company.AddListItem("employmentstatus", "263100611", "Zero hours");
        foreach (var (id, name) in DepartmentPlans.CostCentres)
        {
            company.AddListItem("work.column_1700000000001", id, name);
        }

        company.AddListItem("field_1700000000002", "onsite", "On site");
        company.AddListItem("field_1700000000002", "hybrid", "Hybrid");
        company.AddListItem("field_1700000000002", "263100950", "Remote");
        foreach (var (id, name) in SitePlans.Employers)
        {
            company.AddListItem("employer_entity_list", id, name);
        }

        foreach (var plan in SitePlans.All)
        {
            company.AddSite(plan.Site);
        }

        AddTitles(company);
        TenantPlan.AddLists(company);
    }

    // Titles that came with the first day have their name as id; every second later one got a number.
    private static void AddTitles(Company company)
    {
        var titles = DepartmentPlans.All
            .SelectMany(department => department.Titles.Append(department.Lead).Append(department.Head))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var number = 263_100_700;
        foreach (var title in titles)
        {
            number++;
            company.AddListItem("title", number % 2 == 0 ? title : number, title);
        }
    }
}
