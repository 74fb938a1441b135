using System.Text.Json.Nodes;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Rfc;

/// <summary>What RFC 7643 asks of every user and every group.</summary>
public sealed class ResourceTests(SharedApps apps)
{
    private const string Enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    public static IEnumerable<TheoryDataRow<string, string>> Lists => PagingTests.Lists;

    [Theory, MemberData(nameof(Lists))]
    [Shows("7643-3-schemas", "7643-3-schemas-known", "7643-3-schemas-once", "7643-3.3-extension")]
    public async Task Section_3_schemas_names_the_schemas_whose_attributes_are_there(string provider, string endpoint)
    {
        var app = await apps.OnAsync(provider);
        var type = await app.Scim.GetScimAsync($"ResourceTypes/{endpoint.TrimEnd('s')}");
        var extensions = type.ValuesOf("schemaExtensions").Select(extension => extension.TextAt("schema")!).ToList();
        foreach (var resource in await AllAsync(app, endpoint))
        {
            var schemas = resource["schemas"]!.AsArray().Select(schema => (string)schema!).ToList();

            Assert.Contains(type.TextAt("schema"), schemas);
            Assert.Equal(schemas.Distinct(StringComparer.Ordinal), schemas);
            Assert.Empty(schemas.Except([type.TextAt("schema")!, .. extensions]));
            Assert.Equal(
                resource.Members().Where(member => member.Contains(':', StringComparison.Ordinal)).Order(StringComparer.Ordinal),
                schemas.Intersect(extensions).Order(StringComparer.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7643-3.1-id", "7643-3.1-id-unique", "7643-3.1-id-bulk")]
    public async Task Section_3_1_ids_are_unique_among_users_and_groups_together(string provider)
    {
        var app = await apps.OnAsync(provider);

        var ids = (await AllAsync(app, "Users")).Concat(await AllAsync(app, "Groups")).Select(resource => resource.TextAt("id")!).ToList();

        Assert.DoesNotContain(ids, string.IsNullOrWhiteSpace);
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.DoesNotContain(ids, id => id.Contains("bulkId", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, MemberData(nameof(Lists))]
    [Shows("7643-3.1-meta", "7643-3.1-last-modified", "7643-2.3.5-datetime")]
    public async Task Section_3_1_meta_is_complete_and_what_never_changed_was_last_modified_when_it_was_made(string provider, string endpoint)
    {
        var app = await apps.OnAsync(provider);
        foreach (var resource in await AllAsync(app, endpoint))
        {
            Assert.Equal(endpoint.TrimEnd('s'), resource.TextAt("meta", "resourceType"));
            Assert.Equal($"{app.Address}/scim/v2/{endpoint}/{resource.TextAt("id")}", resource.TextAt("meta", "location"));
            Assert.Matches(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$", resource.TextAt("meta", "created")!);
            Assert.Equal(resource.TextAt("meta", "created"), resource.TextAt("meta", "lastModified"));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7643-4.1.1-user-name", "7643-4.1.1-user-name-unique", "7643-2.3.2-boolean", "7643-4.1.2-emails", "7643-4.1.2-country")]
    public async Task Section_4_1_users_have_unique_names_and_values_in_their_forms(string provider)
    {
        var app = await apps.OnAsync(provider);
        var users = await AllAsync(app, "Users");

        Assert.Equal(users.Count, users.Select(user => user.TextAt("userName")!.ToUpperInvariant()).Distinct(StringComparer.Ordinal).Count());
        Assert.All(users, user => Assert.NotEmpty(user.TextAt("userName")!));
        Assert.All(users, user => Assert.Contains(user["active"]!.ToJsonString(), (string[])["true", "false"]));
        Assert.All(users.SelectMany(user => user.ValuesOf("emails")), email => Assert.Matches(@"^[^@\s]+@[^@\s]+$", email.TextAt("value")!));
        Assert.All(users.SelectMany(user => user.ValuesOf("addresses")).Where(address => address.ContainsKey("country")), address => Assert.Matches("^[A-Z]{2}$", address.TextAt("country")!));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7643-2.4-primary-once", "7643-2.4-canonical", "7643-2.4-no-duplicates", "7643-7-canonical-values")]
    public async Task Section_2_4_values_have_a_canonical_type_and_no_more_than_one_is_primary(string provider)
    {
        var app = await apps.OnAsync(provider);
        var schema = await app.Scim.GetScimAsync("Schemas/urn:ietf:params:scim:schemas:core:2.0:User");
        foreach (var attribute in (string[])["emails", "phoneNumbers", "addresses"])
        {
            var canonical = schema.ValuesOf("attributes").Single(defined => defined.TextAt("name") == attribute)
                .ValuesOf("subAttributes").Single(defined => defined.TextAt("name") == "type")["canonicalValues"]!.AsArray().Select(value => (string)value!).ToList();
            foreach (var values in (await AllAsync(app, "Users")).Select(user => user.ValuesOf(attribute).ToList()))
            {
                Assert.All(values, value => Assert.Contains(value.TextAt("type"), canonical));
                Assert.Equal(values.Count, values.DistinctBy(value => (value.TextAt("type"), attribute == "addresses" ? value.TextAt("formatted") : value.TextAt("value"))).Count());
                Assert.InRange(values.Count(value => (bool?)value["primary"] == true), 0, 1);
            }
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7643-4.1.2-groups", "7643-4.2-display-name", "7643-4.2-members", "7643-4.3-manager", "7643-2.3.7-uri", "7643-2.3.7-get")]
    public async Task Section_4_2_groups_and_their_members_refer_to_each_other_and_every_reference_leads_there(string provider)
    {
        var app = await apps.OnAsync(provider);
        var users = await AllAsync(app, "Users");
        var groups = await AllAsync(app, "Groups");

        Assert.All(groups, group => Assert.NotEmpty(group.TextAt("displayName")!));
        Assert.Equal(
            groups.SelectMany(group => group.ValuesOf("members").Select(member => (group.TextAt("id"), member.TextAt("value")))).Order(),
            users.SelectMany(user => user.ValuesOf("groups").Select(group => (group.TextAt("value"), user.TextAt("id")))).Order());
        var managers = users.Select(user => user[Enterprise]?["manager"]?.AsObject()).OfType<JsonObject>().ToList();
        Assert.NotEmpty(managers);
        foreach (var reference in groups.SelectMany(group => group.ValuesOf("members").Take(1)).Concat(users.SelectMany(user => user.ValuesOf("groups")).Take(20)).Concat(managers.Take(20)))
        {
            Assert.Equal(reference.TextAt("value"), (await app.Scim.GetScimAsync(new Uri(reference.TextAt("$ref")!).PathAndQuery)).TextAt("id"));
        }
    }

    private static async Task<List<JsonObject>> AllAsync(ScimBridgeApp app, string endpoint) => (await app.Scim.GetScimAsync($"{endpoint}?count=1000")).Resources();
}
