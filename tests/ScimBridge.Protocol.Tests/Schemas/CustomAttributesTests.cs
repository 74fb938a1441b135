using System.Text.Json;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Tests.Schemas;

public sealed class CustomAttributesTests
{
    [Fact]
    public void Attributes_are_read_as_they_were_written()
    {
        var attributes = SchemaCatalog.Load().Schemas.SelectMany(schema => schema.Attributes).ToList();

        var json = CustomAttributes.Write(attributes);

        Assert.Equal(attributes.Select(attribute => attribute.Name), CustomAttributes.Read(json).Select(attribute => attribute.Name));
        Assert.Equal(json, CustomAttributes.Write(CustomAttributes.Read(json)));
        Assert.Equal("[]", CustomAttributes.Write([]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""[{"name": "x", "type": "text"}]""")]
    public void Anything_else_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => CustomAttributes.Read(json));
}
