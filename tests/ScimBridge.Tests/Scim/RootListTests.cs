using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

/// <summary>A GET on the server root lists users and groups together (RFC 7644 section 3.4.2.1).</summary>
public sealed class RootListTests(SharedApps apps)
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Users_come_first_and_groups_behind_them_on_any_page(string provider)
    {
        var app = await apps.OnAsync(provider);
        var users = (await app.Scim.GetScimAsync("Users?count=1000")).Ids();
        var all = users.Concat((await app.Scim.GetScimAsync("Groups?count=1000")).Ids()).ToList();
        foreach (var query in (string[])["", "&filter=id%20pr", "&filter=displayName%20pr%20or%20meta.resourceType%20eq%20%22User%22"])
        {
            foreach (var (start, count) in ((int, int)[])[(1, 1000), (users.Count - 1, 4), (users.Count + 1, 3), (1, 2), (1, 0), (all.Count, 10), (all.Count + 1, 10)])
            {
                var page = await app.Scim.GetScimAsync($"?startIndex={start}&count={count}{query}");

                Assert.Equal(all.Count, (int)page["totalResults"]!);
                Assert.Equal(all.Skip(start - 1).Take(count), page.Ids());
            }
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_attribute_of_the_other_type_has_no_value(string provider)
    {
        var app = await apps.OnAsync(provider);
        var users = (await app.Scim.GetScimAsync("Users?count=1000")).Ids();
        var groups = (await app.Scim.GetScimAsync("Groups?count=1000")).Ids();
        foreach (var (filter, expected) in ((string, IEnumerable<string>)[])[
            ("userName pr", users), ("not (userName pr)", groups), ("userName eq null", groups), ("userName ne null", users), ("userName ne \"nobody\"", users.Concat(groups)),
            ("members pr or userName sw \"zzzz\"", (await app.Scim.FilterAsync("Groups", "members pr")).Ids()), ("emails[type eq \"x\"].value eq null", users.Concat(groups)),
            ("emails[type eq \"work\"]", (await app.Scim.FilterAsync("Users", "emails[type eq \"work\"]")).Ids()), ("members[value pr].display ne \"x\"", users.Concat(groups)),
            ("meta.resourceType eq \"Group\"", groups)])
        {
            var found = await app.Scim.FilterAsync("", filter);
            Assert.True(expected.SequenceEqual(found.Ids()), $"{filter}: {found["totalResults"]}");
        }

        await app.Scim.TryGetAsync("?filter=nothing%20pr").ShouldBeScimErrorAsync(400, "invalidFilter");
        await app.Scim.TryGetAsync("?filter=userName%20eq%201").ShouldBeScimErrorAsync(400, "invalidFilter");
        await app.Scim.TryGetAsync("Groups?filter=userName%20pr").ShouldBeScimErrorAsync(400, "invalidFilter");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Sorting_mixes_users_and_groups(string provider)
    {
        var app = await apps.OnAsync(provider);
        var users = await app.Scim.GetScimAsync("Users?count=1000&sortBy=userName");
        var groups = await app.Scim.GetScimAsync("Groups?count=1000");
        var byName = await app.Scim.GetScimAsync("?count=1000&sortBy=displayName");
        var names = byName.Resources().Where(resource => resource.ContainsKey("displayName")).Select(resource => Protocol.Filtering.ComparisonKey.Of((string)resource["displayName"]!)).ToList();

        Assert.Equal(names.Order(Comparer<string>.Create(Protocol.Filtering.TextOrder.Compare)), names);
        Assert.Contains("User", byName.Resources().Take(100).Select(resource => (string)resource["meta"]!["resourceType"]!));
        Assert.Contains("Group", byName.Resources().Take(100).Select(resource => (string)resource["meta"]!["resourceType"]!));
        Assert.Equal(users.Ids().Concat(groups.Ids()), (await app.Scim.GetScimAsync("?count=1000&sortBy=userName")).Ids());
        Assert.Equal(groups.Ids().Concat(Enumerable.Reverse(users.Ids())), (await app.Scim.GetScimAsync("?count=1000&sortBy=userName&sortOrder=descending")).Ids());
        Assert.Equal(byName.Ids().Skip(10).Take(5), (await app.Scim.GetScimAsync("?startIndex=11&count=5&sortBy=displayName&filter=id%20pr")).Ids());
        Assert.Equal((await app.Scim.GetScimAsync("?count=1000&sortBy=members.value")).Ids().Order(), byName.Ids().Order());
    }

    [Fact]
    public async Task Each_resource_is_projected_by_its_own_schema()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var resource in (await app.Scim.GetScimAsync("?count=1000&attributes=userName,members.value")).Resources())
        {
            Assert.Subset(new HashSet<string>(StringComparer.Ordinal) { "schemas", "id", "userName", "members" }, resource.Select(member => member.Key).ToHashSet(StringComparer.Ordinal));
        }
    }
}
