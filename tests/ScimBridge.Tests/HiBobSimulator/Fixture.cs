using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.HiBobSimulator;

namespace ScimBridge.Tests.HiBobSimulator;

/// <summary>The recorded shapes, and the small company that they show.</summary>
internal static class Fixture
{
    public static JsonNode Load(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "tests", "ScimBridge.Tests")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository was not found above the test's binaries.");
        }

        return JsonNode.Parse(File.ReadAllText(Path.Combine(folder.FullName, "tests/ScimBridge.Tests/HiBobSimulator/Fixtures", name)))!;
    }

    public static async Task<SimulatorClient> StartAsync()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 10, 15, 6, 0, 0, TimeSpan.Zero));
        var client = await SimulatorClient.StartAsync(new HiBobSimulatorOptions { People = 0, TimeProvider = clock });
        AddLists(client.Company);
        AddPeople(client.Company);
        return client;
    }

    private static void AddLists(Company company)
    {
        company.AddListItem("department", "Engineering", "Engineering");
        company.AddListItem("department", "263100417", "Platform", "Engineering");
        company.AddListItem("department", "263100418", "Data", "Engineering");
        company.AddListItem("department", "Sales", "Sales");
        company.AddListItem("department", "263100430", "Mobile (old)");
        company.ArchiveListItem("department", "263100430");
        company.AddListItem("site", 2700101, "Oslo");
        company.AddListItem("site", 2700102, "Porto");
        company.AddListItem("work.column_1700000000001", "263100900", "CC-100 Platform");
        company.AddListItem("work.column_1700000000001", "263100901", "CC-200 Sales");
        company.AddListItem("title", "CTO", "CTO");
        company.AddListItem("title", "263100777", "Staff Engineer");
        company.AddListItem("title", "VP Sales", "VP Sales");
    }

    private static void AddPeople(Company company)
    {
        var mara = Add(company, 101, "Mara Olsen", "CTO", "Engineering", 1, "2017-03-01", null);
        Add(company, 102, "Priya Natarajan", "263100777", "263100417", 42, "2021-09-06", mara);
        Add(company, 103, "Tomas Berg", "Account Executive", "Sales", 77, "2027-03-01", "3700000000000000105");
        Add(company, 104, "Lena Fischer", "Product Manager", "263100417", 31, "2020-05-11", mara);
        Add(company, 105, "Omar Haddad", "VP Sales", "Sales", 9, "2018-01-15", null);
        company.Update("3700000000000000102", "work.workMobile", "+47 900 00 042");
        company.Update("3700000000000000104", "employee.lastDayOfWork", "2026-09-30");
        company.Update("3700000000000000104", "internal.terminationDate", "2026-12-31");
        company.Update("3700000000000000105", "internal.terminationDate", "2026-06-30");
    }

    private static string Add(Company company, int number, string name, string title, string department, int employeeId, string start, string? manager)
    {
        var parts = name.Split(' ');
        return company.Add(
            ("root.id", $"3700000000000000{number}"),
            ("root.email", $"{parts[0]}.{parts[1]}@fjordline.example".ToLowerInvariant()),
            ("root.firstName", parts[0]),
            ("root.surname", parts[1]),
            ("root.displayName", name),
            ("work.title", title),
            ("work.department", department),
            ("work.siteId", 2700101),
            ("work.employeeIdInCompany", employeeId),
            ("work.startDate", start),
            ("work.manager", manager)).Id;
    }
}
