using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Rfc;

/// <summary>What the server says of itself: RFC 7644 section 4, in the form of RFC 7643 sections 5, 6 and 7.</summary>
public sealed partial class DiscoveryTests(SharedApps apps)
{
    [Fact]
    [Shows("7643-5-features", "7643-5-bulk", "7643-5-filter", "7643-5-authentication", "7643-5-no-id", "7644-4-endpoints")]
    public async Task Section_5_the_configuration_has_all_that_is_required()
    {
        var app = await apps.OnAsync(Databases.Sqlite);

        var config = await app.Scim.GetScimAsync("ServiceProviderConfig");

        Assert.Equal("urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig", (string)Assert.Single(config["schemas"]!.AsArray())!);
        Assert.All((string[])["patch", "bulk", "filter", "changePassword", "sort", "etag"], feature => config[feature]!["supported"]!.GetValue<bool>());
        Assert.True((bool)config["filter"]!["supported"]! && (bool)config["sort"]!["supported"]! && (bool)config["etag"]!["supported"]!);
        Assert.All((string[])["maxOperations", "maxPayloadSize"], limit => Assert.True((int)config["bulk"]![limit]! >= 0));
        Assert.True((int)config["filter"]!["maxResults"]! > 0);
        Assert.NotEmpty(config["authenticationSchemes"]!.AsArray());
        Assert.All(config.ValuesOf("authenticationSchemes"), scheme =>
            Assert.All((string[])["type", "name", "description"], member => Assert.NotEmpty(scheme.TextAt(member)!)));
        Assert.Single(config.ValuesOf("authenticationSchemes"), scheme => (bool?)scheme["primary"] == true);
        Assert.DoesNotContain("id", config.Members());
    }

    [Fact]
    [Shows("7643-6-resource-type", "7643-6-schema-served", "7643-6-extension-required", "7644-4-endpoints", "7644-4-single", "7644-4-list")]
    public async Task Section_6_each_resource_type_names_its_endpoint_and_schemas()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        var schemas = (await app.Scim.GetScimAsync("Schemas")).Ids();
        var list = await app.Scim.GetScimAsync("ResourceTypes");

        Assert.Equal(ScimSearches.ListResponse, (string)Assert.Single(list["schemas"]!.AsArray())!);
        foreach (var type in list.Resources())
        {
            Assert.Equal("urn:ietf:params:scim:schemas:core:2.0:ResourceType", (string)Assert.Single(type["schemas"]!.AsArray())!);
            Assert.Equal(type.TextAt("name"), (await app.Scim.GetScimAsync($"{type.TextAt("endpoint")!.TrimStart('/')}?count=1")).Resources()[0].TextAt("meta", "resourceType"));
            Assert.Contains(type.TextAt("schema"), schemas);
            Assert.All(type.ValuesOf("schemaExtensions"), extension =>
            {
                Assert.Contains(extension.TextAt("schema"), schemas);
                extension["required"]!.GetValue<bool>();
            });
            Assert.Equal(type.ToJsonString(), (await app.Scim.GetScimAsync($"ResourceTypes/{type.TextAt("name")}")).ToJsonString());
        }
    }

    [Fact]
    [Shows("7643-7-schema", "7643-7-characteristics", "7643-7-values", "7643-7-sub-attributes", "7643-7-reference-types", "7643-2.1-name-form", "7643-2.3.8-no-nesting", "7644-4-schemas-list")]
    public async Task Section_7_each_schema_describes_every_attribute()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        var list = await app.Scim.GetScimAsync("Schemas");

        Assert.Equal(ScimSearches.ListResponse, (string)Assert.Single(list["schemas"]!.AsArray())!);
        Assert.Equal(list.Resources().Count, (int)list["totalResults"]!);
        foreach (var schema in list.Resources())
        {
            Assert.StartsWith("urn:", schema.TextAt("id"), StringComparison.Ordinal);
            Assert.All((string[])["name", "description"], member => Assert.NotEmpty(schema.TextAt(member)!));

            // The schema of schemas alone may nest deeper (section 7).
            var deep = schema.TextAt("id") == "urn:ietf:params:scim:schemas:core:2.0:Schema";
            Assert.All(schema.ValuesOf("attributes"), attribute => ShouldDescribe(attribute, nested: false, deep));
        }
    }

    [Fact]
    [Shows("7644-4-single", "7644-4-ignored")]
    public async Task Section_4_single_documents_are_as_in_the_list_and_paging_changes_nothing()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var endpoint in (string[])["Schemas", "ResourceTypes"])
        {
            var list = await app.Scim.GetScimAsync(endpoint);
            foreach (var (listed, id) in list.Resources().Zip(list.Ids()))
            {
                Assert.Equal(listed.ToJsonString(), (await app.Scim.GetScimAsync($"{endpoint}/{id}")).ToJsonString());
            }

            foreach (var query in (string[])["startIndex=2&count=1", "count=0", "sortBy=id&sortOrder=descending"])
            {
                Assert.Equal(list.ToJsonString(), (await app.Scim.GetScimAsync($"{endpoint}?{query}")).ToJsonString());
            }
        }
    }

    private static void ShouldDescribe(JsonObject attribute, bool nested, bool deep)
    {
        Assert.Matches(nested ? SubAttributeName() : AttributeName(), attribute.TextAt("name")!);
        Assert.Contains(attribute.TextAt("type"), (string[])["string", "boolean", "decimal", "integer", "dateTime", "reference", "binary", "complex"]);
        Assert.Contains(attribute.TextAt("mutability"), (string[])["readOnly", "readWrite", "immutable", "writeOnly"]);
        Assert.Contains(attribute.TextAt("returned"), (string[])["always", "never", "default", "request"]);
        Assert.Contains(attribute.TextAt("uniqueness"), (string[])["none", "server", "global"]);
        Assert.NotEmpty(attribute.TextAt("description")!);
        Assert.All((string[])["multiValued", "required", "caseExact"], flag => attribute[flag]!.GetValue<bool>());
        Assert.Equal(attribute.TextAt("type") == "complex", attribute.ContainsKey("subAttributes"));
        Assert.Equal(attribute.TextAt("type") == "reference", attribute.ContainsKey("referenceTypes"));
        Assert.False(nested && !deep && attribute.TextAt("type") == "complex", attribute.TextAt("name"));
        Assert.All(attribute.ValuesOf("subAttributes"), subAttribute => ShouldDescribe(subAttribute, nested: true, deep));
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9$_-]*$")]
    private static partial Regex AttributeName();

    // $ref begins with what only the RFC itself may begin a name with.
    [GeneratedRegex(@"^(\$ref|[A-Za-z][A-Za-z0-9$_-]*)$")]
    private static partial Regex SubAttributeName();
}
