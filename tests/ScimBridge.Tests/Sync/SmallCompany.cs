using ScimBridge.HiBobSimulator;

namespace ScimBridge.Tests.Sync;

/// <summary>A company that a test can count: everybody employed, three departments, two offices, the first person leads the others.</summary>
internal static class SmallCompany
{
    public const string Engineering = "Engineering";
    public const string Platform = "263100417";
    public const string Sales = "Sales";
    public const long Oslo = 2700101;
    public const long Porto = 2700102;

    /// <summary>The id of the person with a number from 1 on.</summary>
    public static string Id(int number) => $"37000000000000{10000 + number}";

    /// <summary>Adds lists, offices and people to an empty company: odd numbers are in Platform in Oslo, even ones in Sales in Porto.</summary>
    public static void Fill(Company company, int people)
    {
        company.AddListItem("department", Engineering, "Engineering");
        company.AddListItem("department", Platform, "Platform", Engineering);
        company.AddListItem("department", Sales, "Sales");
        company.AddSite(new Site(Oslo, "Oslo", "Dronning Eufemias gate 8", null, "Oslo", null, "0191", "Norway"));
        company.AddSite(new Site(Porto, "Porto", "Rua de Santa Catarina 312", null, "Porto", null, "4000-443", "Portugal"));
        for (var number = 1; number <= people; number++)
        {
            Add(company, number);
        }
    }

    /// <summary>Adds one more person of the same kind.</summary>
    public static Person Add(Company company, int number, params (string FieldId, object? Value)[] fields)
    {
        var all = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["root.id"] = Id(number),
            ["root.email"] = $"person.{number}@fjordline.example",
            ["root.firstName"] = "Person",
            ["root.surname"] = $"No {number}",
            ["root.displayName"] = $"Person No {number}",
            ["root.creationDateTime"] = "2020-01-02T03:04:05.000006",
            ["work.title"] = "Captain",
            ["work.department"] = number % 2 == 1 ? Platform : Sales,
            ["work.siteId"] = number % 2 == 1 ? Oslo : Porto,
            ["work.employeeIdInCompany"] = number,
            ["work.startDate"] = "2020-02-01",
            ["work.manager"] = number == 1 ? null : Id(1),
            ["work.workPhone"] = $"+47 22 00 {number:0000}",
            ["work.workMobile"] = $"+47 900 {number:00000}",
            ["address.line1"] = $"Storgata {number}",
            ["address.city"] = "Oslo",
            ["address.country"] = "Norway",
        };
        foreach (var (fieldId, value) in fields)
        {
            all[fieldId] = value;
        }

        return company.Add(all);
    }
}
