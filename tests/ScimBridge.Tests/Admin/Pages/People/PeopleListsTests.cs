using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Admin.Pages.People;
using ScimBridge.Protocol;
using ScimBridge.Storage.Filtering;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin.Pages.People;

/// <summary>What the pages show is what SCIM clients get.</summary>
public sealed class PeopleListsTests(SharedApps apps)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_list_has_the_same_people_in_the_same_order_as_the_request_that_it_names(string provider)
    {
        var app = await apps.OnAsync(provider);
        var group = (await app.Scim.GetScimAsync("Groups?count=1")).Ids()[0];
        UserQuery[] queries =
        [
            new(), new() { Page = 3 }, new() { Search = "a" }, new() { Search = "ångström" }, new() { Search = "example er" }, new() { Active = true, Order = "name" },
            new() { Active = false, Order = "userName", Descending = true }, new() { Group = group, Order = "modified" }, new() { Order = "department", Page = 2 },
            new() { Filter = "title co \"e\" or not (active eq true)", Search = "a", Order = "title", Descending = true }, new() { Search = "\"; or (", Filter = "id pr" },
        ];
        foreach (var query in queries)
        {
            var found = await UsersAsync(app, query);
            var path = found.ScimPath[1..] + (found.ScimPath.Contains('?', StringComparison.Ordinal) ? "&" : "?");
            var served = await app.Scim.GetScimAsync($"{path}count={PeopleLists.PageSize}&startIndex={((query.Page - 1) * PeopleLists.PageSize) + 1}");

            Assert.Null(found.Fault);
            Assert.Equal((int)served["totalResults"]!, found.Total);
            Assert.Equal(served.Ids(), found.Users.Select(user => user.Id));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_person_is_found_by_each_of_what_is_searched(string provider)
    {
        var app = await apps.OnAsync(provider);
        var user = (await app.Scim.GetScimAsync($"Users?count=1&filter={Uri.EscapeDataString("title pr and active eq true")}")).Resources()[0];
        var enterprise = user[ScimSchemaUris.EnterpriseUser]!;
        foreach (var text in (string[])[
            (string)user["displayName"]!, (string)user["userName"]!, (string)user["emails"]![0]!["value"]!, (string)user["title"]!,
            (string)enterprise["department"]!, (string)user["externalId"]!, (string)enterprise["employeeNumber"]!, (string)user["name"]!["familyName"]!])
        {
            foreach (var search in (string[])[text, text.ToUpperInvariant(), $"{text} {user["userName"]}"])
            {
                var total = 0;
                var found = new List<string>();
                for (var page = 1; page == 1 || found.Count < total; page++)
                {
                    var part = await UsersAsync(app, new UserQuery { Search = search, Page = page });
                    total = part.Total;
                    found.AddRange(part.Users.Select(one => one.Id));
                    Assert.True(part.Users.Count > 0, search);
                }

                Assert.Contains((string)user["id"]!, found);
            }
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_wrong_with_a_filter_is_at_a_place_of_the_text_that_was_typed(string provider)
    {
        var app = await apps.OnAsync(provider);

        var found = await UsersAsync(app, new UserQuery { Search = "anna", Active = true, Filter = "title xx \"a\"" });
        var unknown = await UsersAsync(app, new UserQuery { Search = "anna", Filter = "title pr and shoeSize pr" });

        Assert.Equal((7, 0), (found.Fault!.Character, found.Users.Count));
        Assert.StartsWith("The filter is malformed at character 7: expected", found.Fault.Detail, StringComparison.Ordinal);
        Assert.Equal(14, unknown.Fault!.Character);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Groups_are_found_by_name_and_source(string provider)
    {
        var app = await apps.OnAsync(provider);
        var directory = await app.DirectoryAsync(cancellationToken: Ct);
        var served = (await app.Scim.GetScimAsync("Groups?count=1000&sortBy=displayName&excludedAttributes=members")).Resources();
        var lists = app.Services.GetRequiredService<PeopleLists>();

        var second = await lists.GroupsAsync(directory, 1, "", null, 2, Ct);
        var sites = await lists.GroupsAsync(directory, 1, "", "site", 1, Ct);
        var named = await lists.GroupsAsync(directory, 1, "eXtra 7", "department", 1, Ct);

        Assert.Equal(served.Count, second.Total);
        Assert.Equal(served.Skip(PeopleLists.PageSize).Take(PeopleLists.PageSize).Select(group => (string)group["id"]!), second.Resources.Select(group => group.Id));
        Assert.Equal(served.Count(group => ((string)group["externalId"]!).StartsWith("site:", StringComparison.Ordinal)), sites.Total);
        Assert.Contains(served.Single(group => (string?)group["displayName"] == "Extra 7")["id"]!.ToString(), named.Resources.Select(group => group.Id));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_resource_is_shown_as_clients_get_it(string provider)
    {
        var app = await apps.OnAsync(provider);
        var directory = await app.DirectoryAsync(cancellationToken: Ct);
        var texts = app.Services.GetRequiredService<ResourceTexts>();
        foreach (var table in (ResourceTable[])[ResourceTable.Users, ResourceTable.Groups])
        {
            foreach (var id in (await app.Scim.GetScimAsync($"{table.Name}?count=3")).Ids())
            {
                var served = await app.Scim.GetScimAsync($"{table.Name}/{id}");
                if (served["members"] is JsonArray { Count: > ResourceTexts.MostMembers } members)
                {
                    served["members"] = new JsonArray([.. members.Take(ResourceTexts.MostMembers).Select(member => member!.DeepClone())]);
                }

                var shown = await texts.OfAsync(table, directory, 1, id, $"{app.Address}/scim/v2", Ct);

                Assert.True(JsonNode.DeepEquals(served, JsonNode.Parse(shown!)), shown);
                Assert.Contains('\n', shown!);
            }

            Assert.Null(await texts.OfAsync(table, directory, 1, "none", "", Ct));
        }
    }

    private static async Task<FoundUsers> UsersAsync(ScimBridgeApp app, UserQuery query) => await app.Services.GetRequiredService<PeopleLists>()
        .UsersAsync(await app.DirectoryAsync(cancellationToken: Ct), 1, query, $"{app.Address}/scim/v2", Ct);
}
