using System.Globalization;

namespace ScimBridge.HiBobSimulator.Generation;

/// <summary>Fills one person after the other.</summary>
internal sealed class PersonGenerator
{
    private static readonly Culture[] Abroad =
    [
        Cultures.Nordic, Cultures.Western, Cultures.Iberian, Cultures.Slavic, Cultures.Turkish, Cultures.Vietnamese, Cultures.Greek,
        Cultures.Ukrainian, Cultures.Arabic, Cultures.Hebrew, Cultures.Indian, Cultures.Chinese, Cultures.Japanese, Cultures.Korean, Cultures.Thai,
    ];

    private static readonly int[] SiteWeights = [.. SitePlans.All.Select(plan => plan.Weight)];

    private readonly Company company;
    private readonly SeededRandom random;
    private readonly CareerDates dates;
    private readonly ExtrasGenerator extras;
    private readonly Dictionary<string, int> emails = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object> titles;
    private readonly List<Person> made = [];
    private readonly object[] siteIds = [.. SitePlans.All.Select(plan => (object)plan.Site.Id)];
    private long nextId = 3_700_000_000_000_000_100;

    public PersonGenerator(Company company, DateOnly reference, SeededRandom random, ExtrasGenerator extras)
    {
        this.company = company;
        this.random = random;
        this.extras = extras;
        dates = new CareerDates(reference, random);
        titles = company.List("title").AllItems.ToDictionary(item => item.Name, item => item.Id, StringComparer.Ordinal);
    }

    public void Add(OrganisationPlan organisation, PersonStatus status, int index)
    {
        // Gaps make the ids look like HiBob's, where other companies take numbers too.
        nextId += random.Between(1, 97);
        var row = new PersonRow(company, nextId.ToString(CultureInfo.InvariantCulture));
        var department = DepartmentPlans.All[organisation.Department[index]];
        var site = random.PickWeighted(SiteWeights);
        var plan = SitePlans.All[site];

        var (email, honorific) = FillNames(row, random.Chance(70) ? plan.Local : random.Pick(Abroad));
        FillWork(row, department, organisation, index);
        row.Set("work.siteId", siteIds[site]);
        row.Set("work.employeeIdInCompany", (long)index + 1);
        FillContact(row, plan);
        FillEmployment(row, plan, leads: organisation.HasReports[index] || index == 0);
        dates.Fill(row, status, isTop: index == 0);
        extras.Fill(row, plan, email, honorific, organisation.Department[index]);
        made.Add(row.Done());
        company.Insert(made[^1]);
    }

    private (string Email, string? Honorific) FillNames(PersonRow row, Culture culture)
    {
        var given = random.Pick(culture.Given);
        var surname = random.Pick(culture.Surnames);
        row.Set("root.firstName", given.Native);
        row.Set("root.surname", surname.Native);
        if (!culture.SurnameFirst && random.Chance(18))
        {
            row.Set("root.secondName", random.Pick(culture.Given).Native);
        }

        row.Set("root.displayName", culture.SurnameFirst ? surname.Native + given.Native : $"{given.Native} {surname.Native}");
        var name = $"{given.Ascii}.{surname.Ascii}";
        var count = emails.GetValueOrDefault(name) + 1;
        emails[name] = count;
        var local = count == 1 ? name : name + count.ToString(CultureInfo.InvariantCulture);
        var email = $"{local}@{CompanyGenerator.Domain}";
        row.Set("root.email", email);
        row.Set("home.privateEmail", random.Chance(60) ? $"{local}@post.example" : null);
        row.Set("root.avatarUrl", random.Chance(70) ? $"https://images.{CompanyGenerator.Domain}/avatars/{row.Id}.jpg" : null);
        return (email, random.Chance(20) ? random.Pick(["Mr", "Mrs", "Ms", "Mx", "Dr"]) : null);
    }

    private void FillWork(PersonRow row, DepartmentPlan department, OrganisationPlan organisation, int index)
    {
        var title = (organisation.Position[index], organisation.HasReports[index]) switch
        {
            (0, _) => department.Head,
            (_, true) => department.Lead,
            _ => random.Pick(department.Titles),
        };
        row.Set("work.title", random.Chance(98) || index == 0 ? titles[title] : null);
        row.Set("employee.jobProfileTitle", random.Chance(50) ? title : null);

        // A few still sit in a department that was archived under them.
        row.Set("work.department", index > 200 && random.Below(1000) == 0 ? "263100430" : department.Id);
        row.Set("work.manager", organisation.Manager[index] is >= 0 and var manager ? made[manager].Id : null);
        row.Set(StandardFields.CostCentre, random.Chance(92) ? department.CostCentre : null);
        row.Set(StandardFields.WorkMode, random.Chance(85) ? random.Pick(["onsite", "hybrid", "263100950"]) : null);
    }

    private void FillContact(PersonRow row, SitePlan plan)
    {
        row.Set("work.workPhone", random.Chance(45) ? random.Fill(plan.WorkPhone) : null);
        row.Set("work.workMobile", random.Chance(75) ? random.Fill(plan.Mobile) : null);
        row.Set("home.mobilePhone", random.Chance(60) ? random.Fill(plan.Mobile) : null);
        if (random.Chance(6))
        {
            return;
        }

        var number = random.Between(1, 180).ToString(CultureInfo.InvariantCulture);
        var street = random.Pick(plan.Streets);
        row.Set("address.line1", plan.NumberFirst ? $"{number} {street}" : $"{street} {number}");
        row.Set("address.line2", random.Chance(25) ? $"{random.Between(1, 12).ToString(CultureInfo.InvariantCulture)}B" : null);
        row.Set("address.city", random.Pick(plan.Cities));
        row.Set("address.usaState", plan.HomeState);
        row.Set("address.postCode", plan.PostalCode.Length > 0 ? random.Fill(plan.PostalCode) : null);
        row.Set("address.country", plan.Site.Country);
    }

    private void FillEmployment(PersonRow row, SitePlan plan, bool leads)
    {
        row.Set("payroll.employment.type", (leads ? 0 : random.Below(100)) switch
        {
            < 84 => "Permanent",
            < 91 => "Temporary",
            < 97 => "263100601",
            _ => "263100602",
        });
        row.Set("payroll.employment.contract", (leads ? 0 : random.Below(100)) switch
        {
            < 82 => "Full time",
            < 98 => "Part time",
            _ => "263100611",
        });
        row.Set("employee.employerId", plan.EmployerId);
    }
}
