using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Tests.Filtering;

public sealed class FilterBinderTests
{
    [Theory]
    [InlineData("emails co \"x\"", "emails.value")]
    [InlineData("manager eq \"x\"", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value")]
    [InlineData("schemas eq \"x\"", "schemas")]
    [InlineData("USERNAME eq \"x\"", "userName")]
    public void A_comparison_is_bound_to_what_holds_the_value(string filter, string canonical)
    {
        var bound = Assert.IsType<BoundComparison>(Bind(filter));

        Assert.Equal(canonical, bound.Attribute.CanonicalName);
    }

    [Theory]
    [InlineData("title pr and unknown pr", 14)]
    [InlineData("active gt true", 8)]
    [InlineData("title pr or active eq \"true\"", 23)]
    [InlineData("emails[type pr and unknown pr]", 20)]
    public void What_is_refused_is_at_its_place_in_the_filter(string filter, int character)
    {
        var refused = Assert.Throws<ScimException>(() => Bind(filter));

        Assert.Equal(character, refused.Character);
        Assert.StartsWith($"The filter is wrong at character {character}: ", refused.Error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_literal_has_the_key_of_its_attribute()
    {
        var ignoring = Assert.IsType<BoundComparison>(Bind("userName eq \"åse\"")).Value;
        var exact = Assert.IsType<BoundComparison>(Bind("externalId eq \"åse\"")).Value;

        Assert.Equal(("åse", "ÅSE"), (ignoring.Text, ignoring.Key));
        Assert.Equal(("åse", "åse"), (exact.Text, exact.Key));
    }

    [Fact]
    [Shows("7643-2.5-unassigned")]
    public void A_comparison_with_null_is_about_presence()
    {
        Assert.Equal(Bind("not (title pr)"), Bind("title eq null"));
        Assert.Equal(Bind("title pr"), Bind("title ne null"));
    }

    [Theory]
    [InlineData("unknown pr", "User has no attribute unknown; /Schemas lists")]
    [InlineData("password pr", "User has no attribute password; /Schemas lists")]
    [InlineData("name.unknown pr", "User has no attribute name.unknown; /Schemas lists")]
    [InlineData("name eq \"x\"", "name is complex and has no value of its own")]
    [InlineData("addresses co \"x\"", "addresses is complex and has no value of its own")]
    [InlineData("meta ne \"x\"", "meta is complex and has no value of its own")]
    [InlineData("addresses eq null", "addresses is complex and has no value of its own")]
    [InlineData("active eq \"true\"", "active can only be compared with true or false")]
    [InlineData("active eq 1", "active can only be compared with true or false")]
    [InlineData("active gt true", "active is of type boolean")]
    [InlineData("active co true", "active is of type boolean")]
    [InlineData("x509Certificates gt \"x\"", "x509Certificates.value is of type binary")]
    [InlineData("x509Certificates co \"x\"", "x509Certificates.value is of type binary")]
    [InlineData("meta.created co \"2011\"", "meta.created is of type dateTime")]
    [InlineData("meta.created gt \"2011\"", "meta.created can only be compared with a date and time")]
    [InlineData("meta.created gt 2011", "meta.created can only be compared with a date and time")]
    [InlineData("userName eq true", "userName can only be compared with a string")]
    [InlineData("userName eq 1", "userName can only be compared with a string")]
    [InlineData("userName gt null", "userName can be compared with null by eq and ne only")]
    [InlineData("emails[unknown pr]", "emails has no sub-attribute unknown; expected one of value, display, type, primary.")]
    [InlineData("emails[type pr].unknown pr", "emails has no sub-attribute unknown; expected one of value, display, type, primary.")]
    [InlineData("userName[value pr]", "userName has no sub-attributes")]
    [InlineData("emails.value[type pr]", "emails.value has no sub-attributes")]
    [InlineData("schemas[value pr]", "schemas has no sub-attributes")]
    public void What_cannot_be_compared_is_an_invalid_filter(string filter, string detail)
    {
        var error = Assert.Throws<ScimException>(() => Bind(filter)).Error;

        Assert.Equal((400, "invalidFilter"), (error.Status, error.ScimType));
        Assert.Contains(detail, error.Detail, StringComparison.Ordinal);
    }

    private static BoundFilter Bind(string filter) =>
        FilterBinder.Bind(FilterParser.Parse(filter, FilterLimits.Default), SchemaCatalog.Load(), "User");

    [Theory]
    [InlineData("userName pr", false)]
    [InlineData("userName eq \"a\"", false)]
    [InlineData("userName ne \"a\"", true)]
    [InlineData("userName eq null", true)]
    [InlineData("userName ne null", false)]
    [InlineData("emails[type pr]", false)]
    [InlineData("emails[type pr].value eq \"a\"", false)]
    [InlineData("emails[type pr].value ne \"a\"", true)]
    [InlineData("emails[type pr].value eq null", true)]
    [InlineData("emails[type pr].value ne null", false)]
    public void An_attribute_that_only_another_type_has_is_unassigned(string filter, bool holds)
    {
        var bound = FilterBinder.BindAcross(FilterParser.Parse(filter, FilterLimits.Default), SchemaCatalog.Load(), ["User", "Group"]);

        Assert.IsNotType<BoundConstant>(bound[0]);
        Assert.Equal(new BoundConstant(holds), bound[1]);
    }

    [Theory]
    [InlineData("nothing pr")]
    [InlineData("userName eq 1")]
    [InlineData("members gt 1")]
    public void What_no_type_has_or_one_cannot_compare_is_an_invalid_filter_across_types_too(string filter)
    {
        Assert.Throws<ScimException>(() => FilterBinder.BindAcross(FilterParser.Parse(filter, FilterLimits.Default), SchemaCatalog.Load(), ["User", "Group"]));
    }
}
