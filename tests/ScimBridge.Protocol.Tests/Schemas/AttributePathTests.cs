using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Tests.Schemas;

public sealed class AttributePathTests
{
    [Theory]
    [InlineData("userName", null, "userName", null)]
    [InlineData("name.familyName", null, "name", "familyName")]
    [InlineData("members.$ref", null, "members", "$ref")]
    [InlineData("urn:ietf:params:scim:schemas:core:2.0:User:userName", "urn:ietf:params:scim:schemas:core:2.0:User", "userName", null)]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "manager", "value")]
    public void A_path_is_divided_behind_its_urn(string text, string? uri, string name, string? sub)
    {
        Assert.True(AttributePath.TryParse(text, out var path));
        Assert.Equal(new AttributePath(uri, name, sub), path);
        Assert.Equal(text, path.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("$ref")]
    [InlineData("a.")]
    [InlineData(".a")]
    [InlineData("a.b.c")]
    [InlineData("a.$")]
    [InlineData("a b")]
    [InlineData("é")]
    [InlineData("x:a")]
    [InlineData("urn:a")]
    [InlineData("urn:x:")]
    [InlineData("urn:x::a")]
    [InlineData("urn:x y:a")]
    public void Anything_else_is_no_path(string? text)
    {
        Assert.False(AttributePath.TryParse(text, out _));
    }
}
