using ScimBridge.Mapping;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Resources;
using Xunit;

namespace ScimBridge.Tests.Mapping;

public sealed class SchemaRulesTests
{
    private static readonly ScimUser User = new() { Schemas = [], Id = "1", UserName = "u" };

    [Fact]
    [Shows("7643-3-schemas")]
    public void The_core_schema_is_always_there() => Assert.Equal([ScimSchemaUris.User], SchemaRules.Schemas(User));

    [Fact]
    [Shows("7643-3.3-extension")]
    public void An_extension_is_there_when_it_has_a_value()
    {
        var enterprise = User with { Enterprise = new ScimEnterpriseUser { EmployeeNumber = "1" } };
        var ours = User with { HiBob = new ScimHiBobUser { Site = "Oslo" } };

        Assert.Equal([ScimSchemaUris.User, ScimSchemaUris.EnterpriseUser], SchemaRules.Schemas(enterprise));
        Assert.Equal([ScimSchemaUris.User, ScimSchemaUris.HiBobUser], SchemaRules.Schemas(ours));
        Assert.Equal(
            [ScimSchemaUris.User, ScimSchemaUris.EnterpriseUser, ScimSchemaUris.HiBobUser],
            SchemaRules.Schemas(ours with { Enterprise = enterprise.Enterprise }));
    }
}
