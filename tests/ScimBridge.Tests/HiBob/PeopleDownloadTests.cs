using System.Diagnostics;
using System.Text.Json;
using ScimBridge.Employees;
using ScimBridge.HiBob;
using Xunit;

namespace ScimBridge.Tests.HiBob;

[Collection(nameof(Alone))]
public class PeopleDownloadTests(ITestOutputHelper output)
{
    private static readonly SourceConnection Connection = new(HiBobHosts.Production, "SERVICE-1", "token");

    [Fact]
    public async Task A_hundred_thousand_people_need_little_memory()
    {
        const int People = 100_000;
        var plan = HiBobFieldPlan.Make(new ReadRequest([], []), HiBobFieldCatalogue.ReadSet.ToDictionary(field => field.Id, field => new HiBobFieldMetadata(field.Id, null, null, null, null, null, null)));
        using var company = new LongCompany(Person(), People);
        var call = HiBobCall.PeopleSearch(plan.FieldIds);
        using var body = new HiBobBody(company, Connection, call, new HiBobOptions(), TimeProvider.System, TestContext.Current.CancellationToken);
        using var spool = PeopleSpool.Create("");
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();

        var scanner = await PeopleDownload.ReadAsync(body, plan, spool, new Progress<int>(), TestContext.Current.CancellationToken);

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        output.WriteLine($"{spool.Length} bytes in {watch.ElapsedMilliseconds} ms, {allocated} bytes allocated in all");
        Assert.Equal(People, scanner.People.Count);
        Assert.DoesNotContain(scanner.People, person => person.Duplicate);
        Assert.InRange(allocated, 0, 60_000_000);

        watch.Restart();
        using var gathered = new PeopleGathered(plan, spool);
        gathered.Add(scanner);
        var read = new HiBobEmployeeRead(gathered, new HiBobLists(), []);
        for (var person = 0; person < People; person++)
        {
            Assert.Equal(20 - 1, read.Read(person).EmployeeId.Length);
        }

        output.WriteLine($"fields of all in {watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "{\"employees\":[{\"id\":\"1\"}]}"u8];
        var plan = HiBobFieldPlan.Make(new ReadRequest([], []), new Dictionary<string, HiBobFieldMetadata>());
        using var stream = new MemoryStream(bytes);
        using var body = new HiBobBody(
            stream, Connection, HiBobCall.Fields, new HiBobOptions(), TimeProvider.System, TestContext.Current.CancellationToken);
        using var spool = PeopleSpool.Create("");

        var scanner = await PeopleDownload.ReadAsync(body, plan, spool, new Progress<int>(), TestContext.Current.CancellationToken);

        using var gathered = new PeopleGathered(plan, spool);
        gathered.Add(scanner);
        var read = new HiBobEmployeeRead(gathered, new HiBobLists(), []);
        Assert.Equal("1", read.Read(0).EmployeeId);
    }

    private static string Person()
    {
        using var document = JsonDocument.Parse(Fixture.Text("people-append.json"));
        var person = JsonSerializer.Serialize(document.RootElement.GetProperty("employees")[0]);
        return person.Replace("3700000000000000102", "ID", StringComparison.Ordinal)
            .Replace("\"work\":{", $"\"about\":\"{new string('x', 300)}\",\"work\":{{", StringComparison.Ordinal);
    }
}
