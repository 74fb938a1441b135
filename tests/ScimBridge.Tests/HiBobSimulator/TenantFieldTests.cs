using Microsoft.Extensions.Time.Testing;
using ScimBridge.HiBobSimulator;
using Xunit;

namespace ScimBridge.Tests.HiBobSimulator;

public sealed class TenantFieldTests
{
    private const string Priya = "3700000000000000102";

    [Theory]
    [InlineData(FieldType.Text, "text", "nb-NO", "\"nb-NO\"")]
    [InlineData(FieldType.Number, "number", 7L, "7")]
    [InlineData(FieldType.Boolean, "boolean", true, "true")]
    [InlineData(FieldType.Date, "date", "2026-12-24", "\"2026-12-24\"")]
    [InlineData(FieldType.List, "list", "a", "\"a\"")]
    [InlineData(FieldType.MultiList, "multi-list", "a,b", "[\"a\",\"b\"]")]
    public async Task A_tenant_can_have_a_field_of_any_kind(FieldType type, string name, object value, string json)
    {
        await using var simulator = await Fixture.StartAsync();
        const string id = "work.custom.field_1700000000099";
        var list = type is FieldType.List or FieldType.MultiList ? "field_1700000000099" : null;
        simulator.Company.AddField(new FieldDefinition(id, type, "work", "Own", list) { Description = "Ours" });
        if (list is not null)
        {
            simulator.Company.AddListItem(list, "a", "Alpha");
            simulator.Company.AddListItem(list, "b", "Beta");
        }

        simulator.Company.Update(Priya, id, type == FieldType.MultiList ? ((string)value).Split(',') : value);

        var metadata = (await simulator.GetJsonAsync("company/people/fields")).AsArray().Single(field => (string?)field!["id"] == id)!;
        Assert.Equal((name, "Ours", list), ((string?)metadata["type"], (string?)metadata["description"], (string?)metadata["typeData"]!["listId"]));
        var person = (await simulator.EmployeesAsync($$"""{"fields":["root.id","{{id}}"],"humanReadable":"APPEND"}"""))[1]!;
        Assert.Equal(json, person["work"]!["custom"]!["field_1700000000099"]!.ToJsonString());
        Assert.Equal(json, person["/work/custom/field_1700000000099"]!["value"]!.ToJsonString());
    }

    [Fact]
    public async Task A_list_can_be_made_before_its_field()
    {
        await using var simulator = await Fixture.StartAsync();
        simulator.Company.AddList("squads", integerIds: true);
        simulator.Company.AddListItem("squads", 12, "Ateam");

        var list = await simulator.GetJsonAsync("company/named-lists/squads");

        Assert.Equal("""{"id":12,"value":"Ateam","name":"Ateam","archived":false,"children":[]}""", list["items"]![0]!.ToJsonString());
    }

    [Theory]
    [InlineData("home.privateEmail")]
    [InlineData("home.privatePhone")]
    [InlineData("home.mobilePhone")]
    [InlineData("root.avatarUrl")]
    [InlineData("personal.communication.slackUsername")]
    [InlineData("personal.honorific")]
    [InlineData("employee.jobFamilyId")]
    [InlineData("employee.jobFamilyGroupId")]
    [InlineData("work.customColumns.column_1700000000001")]
    [InlineData("work.customColumns.column_1700000000003")]
    [InlineData("work.customColumns.column_1700000000004")]
    [InlineData("about.custom.field_1700000000005")]
    [InlineData("personal.custom.field_1700000000006")]
    [InlineData("work.custom.field_1700000000007")]
    public async Task Many_generated_people_have_it_and_some_do_not(string field)
    {
        await using var simulator = await GeneratedAsync();

        Assert.InRange(simulator.Company.People.Count(person => person[field] is not null), 60, 199);
    }

    [Fact]
    public async Task Items_that_generated_people_hold_are_in_their_lists()
    {
        await using var simulator = await GeneratedAsync();
        var company = simulator.Company;

        foreach (var field in company.Fields.All.Where(field => field is { Type: FieldType.MultiList, ListId: not null }))
        {
            var list = company.FindList(field.ListId!)!;
            Assert.All(company.People.SelectMany(person => person[field.Id] as string[] ?? []), id => Assert.NotNull(list.Find(id)));
        }
    }

    [Fact]
    public async Task A_multi_list_reads_as_names_joined_by_commas()
    {
        await using var simulator = await GeneratedAsync();

        var people = await simulator.EmployeesAsync("""{"fields":["root.id","personal.custom.field_1700000000006"],"showInactive":true,"humanReadable":"APPEND"}""");

        var texts = people.Select(person => (string?)person!["humanReadable"]!["personal"]?["custom"]?["field_1700000000006"]).ToArray();
        Assert.Contains(texts, text => text is not null && text.Contains(",日本語", StringComparison.Ordinal));
    }

    private static Task<SimulatorClient> GeneratedAsync() => SimulatorClient.StartAsync(
        new HiBobSimulatorOptions { People = 200, TimeProvider = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)) });
}
