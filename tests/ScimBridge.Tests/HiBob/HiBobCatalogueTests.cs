using ScimBridge.Employees;
using Xunit;
using static ScimBridge.Tests.HiBob.ScriptedHiBob;

namespace ScimBridge.Tests.HiBob;

public class HiBobCatalogueTests
{
    private const string People = "/v1/people/search";
    private const string Skills = "about.custom.field_1";
    private const string Level = "employee.jobLevelName";

    [Fact]
    public async Task Groups_can_be_made_from_any_list_multi_list_or_hierarchy_list()
    {
        await using var hibob = await WithListsAsync();

        await using var read = await hibob.ReadAsync(Skills, Level, "work.siteId");

        Assert.Empty(read.UnreadableCatalogues);
        Assert.Equal(["Go", "Rust"], read.Catalogue.Where(item => item.Field == Skills).Select(item => item.Name));
        Assert.Equal(["L", "L1"], read.Catalogue.Where(item => item.Field == Level).Select(item => item.Id));
        Assert.Equal(["Engineer", "Senior"], read.Catalogue.Single(item => item.Id == "L1").Path);
        Assert.Contains(read.Catalogue, item => item is { Field: "work.siteId", Id: "2700101" });
    }

    [Fact]
    public async Task The_items_that_somebody_has_of_a_multi_list_have_ids_and_names()
    {
        await using var hibob = await WithListsAsync();

        await using var read = await hibob.ReadAsync(Skills);

        Assert.Equal([new NamedItem("11", "Go"), new NamedItem("12", "Rust")], FieldValues.Items(read.Read(0)[Skills]));
        Assert.Equal("Go, Rust", read.Read(0)[Skills].Text);
        Assert.Equal(FieldState.Empty, read.Read(1)[Skills].State);
        var report = Assert.Single(read.Fields, report => report.Field.Id == Skills);
        Assert.Equal((2, 1), (report.Seen, report.Present));
        Assert.Equal(FieldValueKind.MultiList, report.Field.Kind);
    }

    [Fact]
    public async Task A_multi_lists_names_are_read_from_its_list_even_when_no_groups_are_made_from_it()
    {
        await using var hibob = await WithListsAsync();

        await using var read = await hibob.Source.ReadAllAsync(
            hibob.Connection, new ReadRequest([Skills], []), new Progress<int>(), TestContext.Current.CancellationToken);

        Assert.Equal(1, hibob.Count("/v1/company/named-lists/skills"));
        Assert.Equal("Rust", FieldValues.Items(read.Read(0)[Skills])[1].Name);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_list_that_is_refused_makes_its_catalogue_unreadable_and_the_read_none_the_less(int status)
    {
        await using var hibob = await WithListsAsync();
        hibob.Always("/v1/company/named-lists/skills", Status(status));

        await using var read = await hibob.ReadAsync(Skills, Level);

        // 403 is about the permission, which is the same for the next list, and refusals are counted.
        string[] unreadable = status == 403 ? [Skills, Level] : [Skills];
        Assert.Equal(unreadable.Order(StringComparer.Ordinal), read.UnreadableCatalogues.Order(StringComparer.Ordinal));
        Assert.Equal(["One", "Two"], FieldValues.Items(read.Read(0)[Skills]).Select(item => item.Name));
    }

    [Fact]
    public async Task A_web_page_instead_of_a_list_makes_its_catalogue_unreadable_and_the_read_none_the_less()
    {
        await using var hibob = await WithListsAsync();
        hibob.Always("/v1/company/named-lists/skills", Answer(200, "text/html", "<html></html>"u8.ToArray()));

        await using var read = await hibob.ReadAsync(Skills);

        Assert.Equal([Skills], read.UnreadableCatalogues);
        Assert.Contains(read.Issues, issue => issue.Code == "list_unreadable");
    }

    [Fact]
    public async Task A_field_without_a_list_and_one_that_HiBob_does_not_know_have_unreadable_catalogues()
    {
        await using var hibob = await WithListsAsync();

        await using var read = await hibob.ReadAsync("work.site", "work.squad");

        Assert.Equivalent(new[] { "work.site", "work.squad" }, read.UnreadableCatalogues);
    }

    private static async Task<ScriptedHiBob> WithListsAsync()
    {
        var hibob = await StartAsync();
        var fields = Fixture.Text("fields.json").TrimEnd().TrimEnd(']') + $$"""
            ,{"id":"{{Skills}}","jsonPath":"{{Skills}}","type":"multi-list","typeData":{"listId":"skills"},"categoryId":"about","name":"Skills"}
            ,{"id":"{{Level}}","jsonPath":"{{Level}}","type":"hierarchy-list","typeData":{"listId":"levels"},"categoryId":"jobsCatalog","name":"Level"}]
            """;
        hibob.Always("/v1/company/people/fields", Json(fields));
        hibob.Always("/v1/company/named-lists/skills", Json("""{"name":"skills","items":[],"values":[{"id":11,"value":"Go","name":"Go"},{"id":"12","name":"Rust"}]}"""));
        hibob.Always("/v1/company/named-lists/levels", Json("""{"levels":{"items":[{"id":"L","name":"Engineer","children":[{"id":"L1","name":"Senior"}]}]}}"""));
        hibob.Always(People, Json("""
            {"employees":[
              {"id":"1","internal":{"lifecycleStatus":"employed"},"about":{"custom":{"field_1":["11","12"]}},"humanReadable":{"about":{"custom":{"field_1":"One,Two"}}}},
              {"id":"2","internal":{"lifecycleStatus":"employed"},"about":{"custom":{"field_1":[]}}}]}
            """));
        return hibob;
    }
}
