using System.Text;
using System.Text.Json;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Tests.Schemas;

public sealed class SchemaCatalogTests
{
    private const string Base = "https://example.com/scim/v2";
    private static readonly SchemaCatalog Catalog = SchemaCatalog.Load();

    [Fact]
    public void Users_come_first_and_each_schema_is_there_once()
    {
        Assert.Equal(["User", "Group"], Catalog.ResourceTypes.Select(type => type.Name));
        Assert.Equal(
            [
                ScimSchemaUris.User, ScimSchemaUris.EnterpriseUser, ScimSchemaUris.HiBobUser, ScimSchemaUris.Group,
                ScimSchemaUris.ResourceType, ScimSchemaUris.Schema, ScimSchemaUris.ServiceProviderConfig,
            ],
            Catalog.Schemas.Select(schema => schema.Id));
        Assert.Same(Catalog, SchemaCatalog.Load());
    }

    [Fact]
    [Shows("7643-4.1.1-password", "7643-9.2-secrets")]
    public void The_password_is_in_the_schema_and_not_served()
    {
        Assert.NotNull(Catalog.FindSchema(ScimSchemaUris.User)?.FindAttribute("password"));
        Assert.Null(Catalog.FindServedSchema(ScimSchemaUris.User)?.FindAttribute("password"));
        Assert.Null(Resolve("User", "password"));
    }

    [Theory]
    [InlineData("User", "userName", "userName")]
    [InlineData("user", "USERNAME", "userName")]
    [InlineData("User", "id", "id")]
    [InlineData("User", "Meta.LASTMODIFIED", "meta.lastModified")]
    [InlineData("User", "name.familyname", "name.familyName")]
    [InlineData("User", "URN:ietf:params:scim:schemas:CORE:2.0:User:emails.value", "emails.value")]
    [InlineData("User", "urn:ietf:params:scim:schemas:core:2.0:User:externalId", "externalId")]
    [InlineData("User", "urn:ietf:params:scim:schemas:extension:ENTERPRISE:2.0:user:Manager.Value", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value")]
    [InlineData("User", "department", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department")]
    [InlineData("User", "siteId", "urn:scimbridge:params:scim:schemas:extension:hibob:2.0:User:siteId")]
    [InlineData("Group", "members.$ref", "members.$ref")]
    public void A_path_is_found_in_any_case(string resourceType, string path, string canonical)
    {
        Assert.Equal(canonical, Resolve(resourceType, path)?.CanonicalName);
    }

    [Theory]
    [InlineData("User", "unknown")]
    [InlineData("User", "userName.value")]
    [InlineData("User", "name.unknown")]
    [InlineData("User", "members")]
    [InlineData("Group", "userName")]
    [InlineData("Group", "department")]
    [InlineData("User", "urn:ietf:params:scim:schemas:core:2.0:Group:members")]
    [InlineData("User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:userName")]
    [InlineData("User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:id")]
    [InlineData("User", "urn:ietf:params:scim:schemas:core:2.0:User:department")]
    [InlineData("User", "urn:unknown:userName")]
    public void What_the_resource_type_lacks_is_not_found(string resourceType, string path)
    {
        Assert.Null(Resolve(resourceType, path));
    }

    [Fact]
    public void An_extension_can_be_added_and_takes_away_what_two_of_them_have()
    {
        var extension = SchemaDefinition.Parse("""
            {"id": "urn:example:2.0:User", "name": "Own", "attributes": [
              {"name": "department", "type": "string", "multiValued": false},
              {"name": "badge", "type": "integer", "multiValued": false}]}
            """u8.ToArray());

        var catalog = Catalog.WithExtension("User", extension);

        Assert.Equal("urn:example:2.0:User:badge", Resolve("User", "badge", catalog)?.CanonicalName);
        Assert.Null(Resolve("User", "department", catalog));
        Assert.NotNull(Resolve("User", "urn:example:2.0:User:department", catalog));
        Assert.Null(Resolve("User", "badge"));
        Assert.Throws<ArgumentException>(() => catalog.WithExtension("User", extension));
    }

    [Fact]
    public void Attributes_can_be_added_to_a_schema_and_are_served_and_found_there()
    {
        AttributeDefinition badge = new() { Name = "badge", Type = AttributeType.Integer, Mutability = AttributeMutability.ReadOnly };

        var catalog = Catalog.WithAttributes(ScimSchemaUris.HiBobUser, [badge]);

        Assert.Equal($"{ScimSchemaUris.HiBobUser}:badge", Resolve("User", "BADGE", catalog)?.CanonicalName);
        Assert.Equal("badge", catalog.FindServedSchema(ScimSchemaUris.HiBobUser)!.Attributes[^1].Name);
        Assert.Equal(Catalog.Schemas.Select(schema => schema.Id), catalog.Schemas.Select(schema => schema.Id));
        Assert.Null(Resolve("User", "badge"));
        Assert.Same(Catalog, Catalog.WithAttributes(ScimSchemaUris.HiBobUser, []));
    }

    [Fact]
    public void An_attribute_cant_be_added_twice_nor_to_no_schema()
    {
        AttributeDefinition site = new() { Name = "SITE", Type = AttributeType.String };
        AttributeDefinition badge = new() { Name = "badge", Type = AttributeType.String };

        Assert.Throws<ArgumentException>(() => Catalog.WithAttributes(ScimSchemaUris.HiBobUser, [site]));
        Assert.Throws<ArgumentException>(() => Catalog.WithAttributes(ScimSchemaUris.HiBobUser, [badge, badge with { Name = "Badge" }]));
        Assert.Throws<ArgumentException>(() => Catalog.WithAttributes("urn:example:none", [badge]));
    }

    [Fact]
    public void The_user_resource_type_is_the_rfcs_with_our_extension()
    {
        using var json = JsonDocument.Parse(SchemaCatalog.WriteResourceType(Catalog.ResourceTypes[0], Base));
        using var expected = JsonDocument.Parse("""
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],"id":"User","name":"User","endpoint":"/Users",
             "description":"A person with an account","schema":"urn:ietf:params:scim:schemas:core:2.0:User",
             "schemaExtensions":[{"schema":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User","required":false},
               {"schema":"urn:scimbridge:params:scim:schemas:extension:hibob:2.0:User","required":false}],
             "meta":{"resourceType":"ResourceType","location":"https://example.com/scim/v2/ResourceTypes/User"}}
            """);

        Assert.True(JsonElement.DeepEquals(expected.RootElement, json.RootElement), json.RootElement.ToString());
    }

    [Fact]
    public void What_is_served_is_what_the_documents_say()
    {
        foreach (var schema in Catalog.Schemas)
        {
            var written = SchemaCatalog.WriteSchema(schema, Base);
            using var json = JsonDocument.Parse(written);

            Assert.Equal($"{Base}/Schemas/{schema.Id}", json.RootElement.GetProperty("meta").GetProperty("location").GetString());
            Assert.DoesNotContain("null", Encoding.UTF8.GetString(written), StringComparison.Ordinal);
            Assert.Equal(written, SchemaCatalog.WriteSchema(SchemaDefinition.Parse(written), Base));
        }
    }

    [Theory]
    [InlineData("""{"name":"x","attributes":[]}""")]
    [InlineData("""{"id":1,"name":"x","attributes":[]}""")]
    [InlineData("""{"id":"x","name":"x","attributes":{}}""")]
    [InlineData("""{"id":"x","name":"x","attributes":[1]}""")]
    [InlineData("""{"id":"x","name":"x","attributes":[{"name":"a","type":"String"}]}""")]
    [InlineData("""{"id":"x","name":"x","attributes":[{"name":"a","mutability":"readonly"}]}""")]
    [InlineData("""[]""")]
    [InlineData("")]
    public void A_document_that_the_rfc_does_not_allow_is_refused(string document)
    {
        Assert.ThrowsAny<JsonException>(() => SchemaDefinition.Parse(Encoding.UTF8.GetBytes(document)));
    }

    private static ResolvedAttribute? Resolve(string resourceType, string text, SchemaCatalog? catalog = null) =>
        AttributePath.TryParse(text, out var path) ? (catalog ?? Catalog).Resolve(resourceType, path) : throw new ArgumentException(text, nameof(text));
}
