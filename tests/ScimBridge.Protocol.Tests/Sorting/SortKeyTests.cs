using ScimBridge.Protocol.Schemas;
using ScimBridge.Protocol.Sorting;

namespace ScimBridge.Protocol.Tests.Sorting;

public sealed class SortKeyTests
{
    [Theory]
    [InlineData("userName", "userName")]
    [InlineData("NAME.familyname", "name.familyName")]
    [InlineData("emails", "emails.value")]
    [InlineData("emails.type", "emails.type")]
    [InlineData("schemas", "schemas")]
    [InlineData("meta.created", "meta.created")]
    [InlineData("department", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department")]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value")]
    public void A_simple_attribute_or_the_value_of_a_multi_valued_one_sorts(string sortBy, string attribute)
    {
        var key = Assert.Single(SortKey.Parse(sortBy, null, SchemaCatalog.Load(), ["User"])!);

        Assert.Equal((attribute, false), (key!.Attribute.CanonicalName, key.Descending));
    }

    [Theory]
    [InlineData("name", null)]
    [InlineData("meta", null)]
    [InlineData("manager", null)]
    [InlineData("addresses", null)]
    [InlineData("nothing", null)]
    [InlineData("members", null)]
    [InlineData("", null)]
    [InlineData("userName,displayName", null)]
    [InlineData("password", null)]
    [InlineData("userName", "down")]
    [InlineData("userName", "")]
    [InlineData(null, "up")]
    public void Anything_else_is_400_invalidValue(string? sortBy, string? sortOrder)
    {
        var refused = Assert.Throws<ScimException>(() => SortKey.Parse(sortBy, sortOrder, SchemaCatalog.Load(), ["User"]));

        Assert.Equal((400, "invalidValue"), (refused.Error.Status, refused.Error.ScimType));
    }

    [Fact]
    public void Without_sortBy_nothing_is_sorted() => Assert.Null(SortKey.Parse(null, "descending", SchemaCatalog.Load(), ["User"]));

    [Fact]
    public void A_type_without_the_attribute_has_no_key()
    {
        var keys = SortKey.Parse("members.value", "DESCENDING", SchemaCatalog.Load(), ["User", "Group"])!;

        Assert.Null(keys[0]);
        Assert.True(keys[1]!.Descending);
    }

    [Fact]
    public void A_name_that_means_a_number_here_and_text_there_sorts_neither_together()
    {
        var catalog = SchemaCatalog.Load().WithAttributes(ScimSchemaUris.HiBobUser, [new AttributeDefinition { Name = "members", Type = AttributeType.Integer }]);

        Assert.Throws<ScimException>(() => SortKey.Parse("members", null, catalog, ["User", "Group"]));
        Assert.NotNull(Assert.Single(SortKey.Parse("members", null, catalog, ["User"])!));
        Assert.Equal([true, false], SortKey.Parse($"{ScimSchemaUris.HiBobUser}:members", null, catalog, ["User", "Group"])!.Select(key => key is not null));
    }
}
