using CsCheck;
using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Protocol.Filtering;
using Xunit;

namespace ScimBridge.Tests.Mapping;

public sealed class GroupCatalogueTests
{
    private static readonly GroupSource Department = new(GroupKey.Department, "work.department", "Department");
    private static readonly GroupSource Site = new(GroupKey.Site, "work.siteId", "Site");
    private static readonly Gen<GroupSource> AnySource = Gen.Bool.Select(site => site ? Site : Department);

    // Names that were made to collide at every stage.
    private static readonly Gen<string> AnyName = Gen.OneOf(
        "Oslo", "OSLO", " oslo", "", "Site: Oslo", "Department: Oslo", "A / Oslo", "Oslo (1)", "Site: Oslo (1)", "Site: Oslo (1) #2", "1", "\0");

    private static readonly Gen<string> AnyId = Gen.OneOf("1", "2", "3", "a", "A", "1) #2", "\uFF11");

    private static readonly Gen<CatalogueItem[]> AnyCatalogue = Gen
        .Select(AnySource, AnyId, AnyName, AnyName.Array[0, 2], Gen.Bool)
        .Select((source, id, name, parents, archived) => new CatalogueItem(source.Field!, id, name, [.. parents, name], [], archived))
        .Array[0, 12]
        .Select(items => items.DistinctBy(item => (item.Field, item.Id)).ToArray());

    private static readonly Gen<HeldGroup[]> AnyHeld = Gen
        .Select(AnySource, AnyId, AnyName)
        .Select((source, id, name) => Held(source, id, name.Length == 0 ? null : name))
        .Array[0, 6];

    [Fact]
    public void Every_item_that_is_offered_is_a_group_held_or_not()
    {
        var group = Assert.Single(Build([Item(Department, "7", "Platform")]));

        Assert.Equal(new WantedGroup(ResourceIds.Group("acme", new GroupKey("department", "7")), "department:7", new GroupKey("department", "7"), "Platform") { ItemPath = group.ItemPath }, group);
        Assert.EndsWith("Platform", group.ItemPath, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archived_item_is_a_group_only_while_somebody_holds_it()
    {
        var archived = Item(Site, "7", "Bergen") with { Archived = true };

        Assert.Empty(Build([archived]));
        Assert.Equal("Bergen", Assert.Single(Build([archived], Held(Site, "7", "Bergen"))).DisplayName);
        Assert.Equal("Bergen", Assert.Single(Build([archived], Held(Site, "7", null))).DisplayName);
    }

    [Fact]
    public void An_item_in_no_list_is_a_group_while_somebody_holds_it() =>
        Assert.Equal("Bergen", Assert.Single(Build(
            [],
            Held(Site, "7", null),
            Held(Site, "7", "Bergen"))).DisplayName);

    [Fact]
    public void An_item_without_a_name_goes_by_its_identifier() =>
        Assert.Equal(["7", "8"], Names(Build([Item(Site, "8", " ")], Held(Site, "7", null))));

    [Fact]
    public void Departments_of_one_name_go_by_their_paths() =>
        Assert.Equal(
            ["Engineering", "Engineering / Platform", "Sales / platform"],
            Names(Build(
            [
                Item(Department, "1", "Engineering"),
                Item(Department, "2", "Platform", "Engineering"),
                Item(Department, "3", "platform", "Sales"),
            ])));

    [Fact]
    public void A_department_and_a_site_of_one_name_go_by_their_sources() =>
        Assert.Equal(["Department: Oslo", "Site: OSLO"], Names(Build([Item(Department, "1", "Oslo"), Item(Site, "2", "OSLO ")])));

    [Fact]
    public void Groups_that_are_still_equal_show_their_identifiers() =>
        Assert.Equal(["Site: Oslo (1)", "Site: Oslo (2)"], Names(Build([Item(Site, "1", "Oslo"), Item(Site, "2", "Oslo")])));

    [Fact]
    [Shows("7643-4.2-display-name")]
    public void Names_are_unique_and_never_empty() =>
        Gen.Select(AnyCatalogue, AnyHeld).Sample((catalogue, held) =>
        {
            var groups = Build(catalogue, held);

            Assert.All(groups, group => Assert.NotNull(CleanText.Of(group.DisplayName)));
            Assert.Equal(groups.Count, groups.Select(group => ComparisonKey.Of(group.DisplayName)).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(groups.Count, groups.Select(group => group.Id).Distinct(StringComparer.Ordinal).Count());
        });

    [Fact]
    public void The_order_of_items_and_people_decides_nothing() =>
        Gen.Select(AnyCatalogue, AnyHeld, Gen.Int).Sample((catalogue, held, seed) =>
        {
            var (shuffledCatalogue, shuffledHeld) = (catalogue.ToArray(), held.ToArray());
            var random = new Random(seed);
            random.Shuffle(shuffledCatalogue);
            random.Shuffle(shuffledHeld);

            Assert.Equal(Build(catalogue, held), Build(shuffledCatalogue, shuffledHeld));
        });

    private static WantedGroups Build(IReadOnlyList<CatalogueItem> catalogue, params HeldGroup[] held) =>
        GroupCatalogue.Build("acme", [Department, Site], catalogue, held);

    private static CatalogueItem Item(GroupSource source, string id, string name, params string[] parents) =>
        new(source.Field!, id, name, [.. parents, name], [], Archived: false);

    private static HeldGroup Held(GroupSource source, string id, string? name) => new(new GroupKey(source.Key, id), name);

    private static IEnumerable<string> Names(IEnumerable<WantedGroup> groups) =>
        groups.Select(group => group.DisplayName);
}
