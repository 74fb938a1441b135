using System.Text.Json;
using CsCheck;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Tests.Filtering;

public sealed class FilterEvaluatorTests
{
    private const string Enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static readonly FilterEvaluator Evaluator = new(SchemaCatalog.Load());
    private static readonly JsonElement Full = JsonElement.Parse(Rfc7643Examples.EnterpriseUser);
    private static readonly JsonElement Minimal = JsonElement.Parse(Rfc7643Examples.MinimalUser);

    private static readonly Gen<string> Terms = Gen.OneOf(
        "title pr", "title eq \"tour guide\"", "title ne \"x\"", "active eq true", "nickName eq null", "emails[type eq \"work\"]",
        "emails[type eq \"x\"].value ne \"y\"", "roles pr", "roles ne \"x\"", "meta.created lt \"2020-01-01T00:00:00Z\"", "department sw \"tour\"");

    [Theory]
    [InlineData("userName eq \"BJENSEN@example.com\"")]
    [InlineData("externalId eq \"701984\"")]
    [InlineData("id eq \"2819c223-7f76-453a-919d-413861904646\"")]
    [InlineData("name.familyName co \"ENS\"")]
    [InlineData("name.familyName sw \"jen\"")]
    [InlineData("name.familyName ew \"SEN\"")]
    [InlineData("name.familyName gt \"jensem\"")]
    [InlineData("name.familyName ge \"JENSEN\"")]
    [InlineData("name.familyName le \"jensen\"")]
    [InlineData("name.familyName lt \"jensena\"")]
    [InlineData("name pr")]
    [InlineData("active eq true")]
    [InlineData("active ne false")]
    [InlineData("emails eq \"babs@jensen.org\"")]
    [InlineData("emails ne \"babs@jensen.org\"")]
    [InlineData("emails.type eq \"home\"")]
    [InlineData("emails[type eq \"work\" and value co \"@example.com\"]")]
    [InlineData("emails[type eq \"work\" and primary eq true].value sw \"BJ\"")]
    [InlineData("emails[not (type eq \"work\")]")]
    [InlineData("emails[primary eq null].type eq \"home\"")]
    [InlineData("emails[type eq \"other\"].value ne \"x\"")]
    [InlineData("emails[type eq \"other\"].value eq null")]
    [InlineData("name[familyName eq \"jensen\" and givenName eq \"barbara\"]")]
    [InlineData("addresses[type eq \"home\"].locality pr")]
    [InlineData("photos co \"/profilephoto/\"")]
    [InlineData("manager eq \"26118915-6090-4610-87e4-49d8ca9f808d\"")]
    [InlineData("manager.displayName sw \"john\"")]
    [InlineData(Enterprise + ":manager.value pr")]
    [InlineData(Enterprise + ":department eq \"tour operations\"")]
    [InlineData("department eq \"Tour Operations\"")]
    [InlineData("schemas eq \"" + Enterprise + "\"")]
    [InlineData("meta.created eq \"2010-01-23T05:56:22.000+01:00\"")]
    [InlineData("meta.lastModified gt \"2011-05-13T04:42:33.999Z\"")]
    [InlineData("meta.resourceType eq \"User\"")]
    [InlineData("roles eq null and roles ne \"x\" and not (roles pr)")]
    [InlineData("siteId ne \"x\"")]
    [InlineData("userName eq \"x\" or title pr and active eq true")]
    public void The_full_user_matches(string filter)
    {
        Assert.True(Matches(Full, filter));
    }

    [Theory]
    [InlineData("externalId eq \"701984 \"")]
    [InlineData("id eq \"2819C223-7f76-453a-919d-413861904646\"")]
    [InlineData("meta.resourceType eq \"user\"")]
    [InlineData("photos co \"/PROFILEPHOTO/\"")]
    [InlineData("name.familyName gt \"jensen\"")]
    [InlineData("name.familyName lt \"JENSEN\"")]
    [InlineData("active eq false")]
    [InlineData("title ne \"tour guide\"")]
    [InlineData("emails[type eq \"home\" and value co \"@example.com\"]")]
    [InlineData("emails[type eq \"home\"].value eq \"bjensen@example.com\"")]
    [InlineData("emails[type eq \"other\"].value eq \"x\"")]
    [InlineData("emails[type eq \"other\"].value pr")]
    [InlineData("not (emails ne \"babs@jensen.org\")")]
    [InlineData("meta.created gt \"2010-01-23T04:56:22Z\"")]
    [InlineData("roles co \"\"")]
    [InlineData("siteId ge \"\"")]
    [InlineData("(userName eq \"x\" or title pr) and active eq false")]
    public void The_full_user_does_not_match(string filter)
    {
        Assert.False(Matches(Full, filter));
    }

    [Theory]
    [InlineData("title gt \"\"")]
    [InlineData("active eq true")]
    [InlineData("active eq false")]
    [InlineData("title pr")]
    [InlineData("title ne null")]
    [InlineData("department pr")]
    public void What_is_unassigned_matches_no_comparison(string filter)
    {
        Assert.False(Matches(Minimal, filter));
        Assert.True(Matches(Minimal, $"not ({filter})"));
    }

    [Theory]
    [InlineData("""{"title":""}""")]
    [InlineData("""{"title":null}""")]
    [InlineData("""{}""")]
    public void Nothing_null_and_empty_text_are_no_value(string resource)
    {
        Assert.False(Matches(JsonElement.Parse(resource), "title pr"));
        Assert.True(Matches(JsonElement.Parse(resource), "title eq null"));
    }

    [Theory]
    [InlineData("""{"emails":[]}""", false)]
    [InlineData("""{"emails":[{}]}""", false)]
    [InlineData("""{"emails":[{"value":null}]}""", false)]
    [InlineData("""{"emails":[{"primary":false}]}""", true)]
    public void A_complex_attribute_is_present_when_something_is_in_it(string resource, bool isPresent)
    {
        Assert.Equal(isPresent, Matches(JsonElement.Parse(resource), "emails pr"));
    }

    [Fact]
    public void Numbers_of_an_extension_are_compared_as_numbers()
    {
        var extension = new SchemaDefinition { Id = "urn:example:2.0:User", Name = "x", Attributes = [new() { Name = "badge", Type = AttributeType.Decimal }] };
        var evaluator = new FilterEvaluator(SchemaCatalog.Load().WithExtension("User", extension));
        var user = JsonElement.Parse("""{"urn:example:2.0:User":{"badge":10.50}}""");

        Assert.True(evaluator.Matches(user, FilterParser.Parse("badge eq 10.5 and badge gt 9", FilterLimits.Default), "User"));
    }

    [Fact]
    [Shows("7644-3.4.2.2-logic")]
    public void Not_is_the_complement_and_de_morgan_holds() => Gen.Select(Terms, Terms, Gen.OneOf(Full, Minimal)).Sample((a, b, user) =>
    {
        Assert.NotEqual(Matches(user, a), Matches(user, $"not ({a})"));
        Assert.Equal(Matches(user, $"not ({a} and {b})"), Matches(user, $"not ({a}) or not ({b})"));
        Assert.Equal(Matches(user, $"not ({a} or {b})"), Matches(user, $"not ({a}) and not ({b})"));
    });

    private static bool Matches(JsonElement resource, string filter) =>
        Evaluator.Matches(resource, FilterParser.Parse(filter, FilterLimits.Default), "User");
}
