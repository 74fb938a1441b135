using System.Text.Json;
using ScimBridge.Employees;
using ScimBridge.HiBob;
using Xunit;

namespace ScimBridge.Tests.HiBob;

public class HiBobMetadataTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fields_are_read_bare_and_wrapped(bool wrapped)
    {
        var bare = Fixture.Text("fields.json");
        using var document = JsonDocument.Parse(wrapped ? $$"""{"fields":{{bare}}}""" : bare);

        var fields = HiBobFieldMetadata.Parse(document.RootElement);

        Assert.Equal("department", fields["work.department"].List);
        Assert.Equal(HiBobFieldKind.List, fields["work.siteId"].Kind);
        Assert.Equal(HiBobFieldKind.Person, fields["work.reportsTo"].Kind);
        Assert.Equal("email", fields["root.email"].Path);
        Assert.Equal("Work contact details", fields["work.workMobile"].Category);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""[{"name":"no id"}]""")]
    [InlineData("\"fields\"")]
    public void What_names_no_field_is_refused(string json)
    {
        using var document = JsonDocument.Parse(json);

        Assert.Throws<HiBobShapeException>(() => HiBobFieldMetadata.Parse(document.RootElement));
    }

    [Fact]
    public void The_id_is_asked_for_even_when_the_metadata_leave_it_out()
    {
        var plan = HiBobFieldPlan.Make(new ReadRequest([], []), new Dictionary<string, HiBobFieldMetadata>());

        Assert.Equal(["root.id"], plan.FieldIds);
        Assert.Equal(HiBobFieldCatalogue.ReadSet.Count - 1, plan.Issues.Count);
    }

    [Fact]
    public void The_read_set_names_every_field_once() =>
        Assert.Equal(HiBobFieldCatalogue.ReadSet.Count, HiBobFieldCatalogue.ReadSet.Select(field => field.Id).Distinct().Count());
}
