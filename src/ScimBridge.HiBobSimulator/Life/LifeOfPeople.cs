using System.Globalization;
using ScimBridge.HiBobSimulator.Generation;

namespace ScimBridge.HiBobSimulator.Life;

/// <summary>What happens to people; each method says whom it chose, or null when there was nobody.</summary>
internal sealed class LifeOfPeople
{
    private const int Tries = 12;

    private static readonly string[] Reasons = ["Resignation", "End of contract", "Redundancy", "Retirement"];

    private readonly Company company;
    private readonly SeededRandom random;
    private readonly HashSet<string> emails;
    private readonly string domain;
    private long nextNumber;

    public LifeOfPeople(Company company, SeededRandom random)
    {
        this.company = company;
        this.random = random;
        emails = company.People.Select(person => person.Email).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        domain = emails.Order(StringComparer.Ordinal).FirstOrDefault() is { } first && first.Contains('@')
            ? first[(first.IndexOf('@', StringComparison.Ordinal) + 1)..]
            : CompanyGenerator.Domain;
        nextNumber = company.People.Select(person => person["work.employeeIdInCompany"]).OfType<long>().DefaultIfEmpty().Max() + 1;
    }

    public static ListItem[] Items(Company company, string list) => company.FindList(list) is { } found
        ? [.. found.AllItems.Where(item => !item.Archived).OrderBy(item => Convert.ToString(item.Id, CultureInfo.InvariantCulture), StringComparer.Ordinal)]
        : [];

    public static ListItem? PickItem(Company company, string list, SeededRandom random) =>
        Items(company, list) is { Length: > 0 } items ? random.Pick(items) : null;

    public string? Hire()
    {
        var culture = random.Pick([Cultures.Nordic, Cultures.Western, Cultures.Iberian, Cultures.Slavic, Cultures.Indian, Cultures.Japanese]);
        var (given, surname) = (random.Pick(culture.Given), random.Pick(culture.Surnames));
        var start = company.Clock.Today.AddDays(random.Between(1, 20));
        return company.Add(
            ("root.email", FreeEmail(given.Ascii, surname.Ascii)),
            ("root.firstName", given.Native),
            ("root.surname", surname.Native),
            ("root.displayName", culture.SurnameFirst ? surname.Native + given.Native : $"{given.Native} {surname.Native}"),
            ("root.creationDateTime", company.Clock.Now.UtcDateTime),
            ("root.state", "Invited"),
            ("work.startDate", start),
            ("work.department", PickItem(company, "department", random)?.Id),
            ("work.title", PickItem(company, "title", random)?.Id),
            ("work.siteId", PickItem(company, "site", random)?.Id),
            ("work.manager", Employed()?.Id),
            ("work.employeeIdInCompany", nextNumber++),
            ("payroll.employment.type", "Permanent"),
            ("payroll.employment.contract", "Full time")).Id;
    }

    public string? Move() => Change(
        Employed(), ("work.department", PickItem(company, "department", random)?.Id), ("work.title", PickItem(company, "title", random)?.Id));

    public string? Relocate() => Change(Employed(), ("work.siteId", PickItem(company, "site", random)?.Id));

    public string? ChangeTitle() => Change(Employed(), ("work.title", PickItem(company, "title", random)?.Id));

    public string? ChangePhone() => Change(
        Employed(), (random.Chance(50) ? "work.workPhone" : "work.workMobile", random.Chance(85) ? random.Fill("+47 900 00 ###") : null));

    public string? ChangeManager()
    {
        var (person, manager) = (Employed(), Employed());
        return person is null || manager is null || IsAbove(person, manager) ? null : Change(person, ("work.manager", manager.Id));
    }

    public string? ScheduleMove()
    {
        if (Employed() is not { } person || PickItem(company, "department", random) is not { } department)
        {
            return null;
        }

        company.Schedule(
            person.Id,
            company.Clock.Today.AddDays(random.Between(1, 10)),
            ("work.department", department.Id),
            ("work.siteId", PickItem(company, "site", random)?.Id));
        return person.Id;
    }

    public string? Resign()
    {
        if (Employed() is not { } person || person["internal.terminationDate"] is not null)
        {
            return null;
        }

        var end = company.Clock.Today.AddDays(random.Between(1, 20));
        var lastDay = random.Chance(60) ? end : end.AddDays(-random.Between(0, 10));
        return Change(
            person,
            ("internal.terminationDate", end),
            ("employee.lastDayOfWork", lastDay < company.Clock.Today ? company.Clock.Today : lastDay),
            ("internal.terminationReason", random.Pick(Reasons)));
    }

    public string? Rehire() => Change(
        Pick("terminated"),
        ("work.startDate", company.Clock.Today.AddDays(random.Between(0, 10))),
        ("internal.terminationDate", null),
        ("employee.lastDayOfWork", null),
        ("internal.terminationReason", null));

    public string? Rename()
    {
        if (Employed() is not { } person)
        {
            return null;
        }

        var surname = random.Pick(Cultures.Western.Surnames);
        var given = Local(person).Split('.')[0];
        return Change(
            person,
            ("root.surname", surname.Native),
            ("root.displayName", $"{person["root.firstName"]} {surname.Native}"),
            ("root.email", FreeEmail(given, surname.Ascii)));
    }

    public string? ChangeEmail() => Employed() is { } person ? Change(person, ("root.email", FreeEmail(Local(person), "new"))) : null;

    public string? GoOnLeave()
    {
        var start = company.Clock.Today.AddDays(random.Between(0, 5));
        return Change(
            Employed(),
            ("employee.recentLeaveStartDate", start),
            ("employee.recentLeaveEndDate", start.AddDays(random.Between(1, 20))),
            (StandardFields.LeaveType, random.Chance(30) ? "parental leave" : "leave"),
            (StandardFields.LeaveKeepsAccess, random.Chance(70)));
    }

    private static string Local(Person person) => (person.Email ?? "someone").Split('@')[0];

    private string? Change(Person? person, params (string FieldId, object? Value)[] fields)
    {
        if (person is null)
        {
            return null;
        }

        company.Update(person.Id, fields);
        return person.Id;
    }

    private Person? Employed() => Pick("employed");

    // Draws again and again rather than sifting everybody, since companies may be large.
    private Person? Pick(string lifecycle)
    {
        var everybody = company.People;
        for (var left = everybody.Count == 0 ? 0 : Tries; left > 0; left--)
        {
            var person = random.Pick(everybody);
            if (person.LifecycleStatus == lifecycle)
            {
                return person;
            }
        }

        return null;
    }

    // Whether making one report to the other would close a circle; those are for tests to make.
    private bool IsAbove(Person person, Person other)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var current = other; current is not null && seen.Add(current.Id); current = Manager(current))
        {
            if (current.Id == person.Id)
            {
                return true;
            }
        }

        return false;
    }

    private Person? Manager(Person person) => person["work.manager"] is string id ? company.Find(id) : null;

    private string FreeEmail(string given, string surname)
    {
        var name = $"{given}.{surname}";
        var email = $"{name}@{domain}";
        for (var number = 2; !emails.Add(email); number++)
        {
            email = string.Create(CultureInfo.InvariantCulture, $"{name}{number}@{domain}");
        }

        return email;
    }
}
