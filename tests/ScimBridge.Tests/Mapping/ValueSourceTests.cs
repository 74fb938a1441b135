using CsCheck;
using ScimBridge.Mapping;
using ScimBridge.Mapping.Evaluation;
using ScimBridge.Mapping.Rules;
using Xunit;
using static ScimBridge.Tests.Mapping.RulesFixtures;

namespace ScimBridge.Tests.Mapping;

/// <summary>Where values come from and what is done to them.</summary>
public sealed class ValueSourceTests
{
    [Theory]
    [InlineData("""{"field": "work.title"}""", "Engineer")]
    [InlineData("""{"field": "work.title", "as": "id"}""", "7")]
    [InlineData("""{"field": "work.siteId", "as": "name"}""", null)]
    [InlineData("""{"field": "work.none"}""", null)]
    [InlineData("""{"field": "work.custom.field_1"}""", "Blue, Red")]
    [InlineData("""{"field": "work.custom.field_1", "as": "id"}""", "1, 2")]
    [InlineData("""{"field": "work.isManager"}""", "true")]
    [InlineData("""{"field": "work.reportsTo"}""", "Mara Olsen")]
    [InlineData("""{"field": "work.reportsTo", "as": "id"}""", "101")]
    [InlineData("""{"constant": " Fjordline "}""", "Fjordline")]
    [InlineData("""{"first": [{"field": "work.none"}, {"field": "work.empty"}, {"field": "work.title"}, {"constant": "x"}]}""", "Engineer")]
    [InlineData("""{"first": [{"field": "work.title", "transforms": [{"transform": "date"}]}, {"constant": "x"}]}""", "x")]
    [InlineData("""{"template": "{root.firstName}   {work.none} {root.surname}"}""", "Priya Natarajan")]
    [InlineData("""{"template": "{{{root.firstName}}} 100 %"}""", "{Priya} 100 %")]
    [InlineData("""{"template": "x {work.none}"}""", null)]
    public void A_source_gives(string source, string? expected) => Assert.Equal(expected, Made(source, Person(
        ("work.title", "7", "Engineer"), ("work.siteId", 2700101, null), ("work.empty", null, null), ("work.isManager", true, null),
        ("work.custom.field_1", new[] { "1", "2" }, "Blue,Red"), ("work.reportsTo", new { id = "101", displayName = "Mara Olsen" }, null))));

    [Theory]
    [InlineData("""{"transform": "lower"}""", " Ada ÅS", "ada ås")]
    [InlineData("""{"transform": "upper"}""", "straße", "STRAßE")]
    [InlineData("""{"transform": "trim"}""", "  x ", "x")]
    [InlineData("""{"transform": "e164", "region": "NO"}""", "22 00 00 01", "+4722000001")]
    [InlineData("""{"transform": "e164", "region": "NO"}""", "+44 20 7946 0018", "+442079460018")]
    [InlineData("""{"transform": "e164", "region": "NO"}""", "ask reception", null)]
    [InlineData("""{"transform": "e164"}""", "22 00 00 01", null)]
    [InlineData("""{"transform": "country"}""", "Norway", "NO")]
    [InlineData("""{"transform": "country"}""", "Atlantis", null)]
    [InlineData("""{"transform": "date"}""", "2021-09-06T10:00:00", "2021-09-06")]
    [InlineData("""{"transform": "date"}""", "06/09/2021", null)]
    [InlineData("""{"transform": "map", "table": {"Norsk": "nb-NO"}, "otherwise": "en"}""", "NORSK", "nb-NO")]
    [InlineData("""{"transform": "map", "table": {"Norsk": "nb-NO"}, "otherwise": "en"}""", "Dansk", "en")]
    [InlineData("""{"transform": "map", "table": {"Norsk": "nb-NO"}}""", "Dansk", null)]
    public void A_transform_makes_or_refuses_and_what_it_refuses_is_told_of(string transform, string value, string? expected)
    {
        var mapping = Compile($$"""
            "attributes": [{"attribute": "displayName", "source": {"field": "work.custom.field_1", "transforms": [{{transform}}] } }]
            """);
        var person = Person(("work.custom.field_1", value, null));

        Assert.Equal(expected, mapping.Assess(person, Now).DisplayName);
        Assert.Equal(expected is null ? ["transform_failed"] : [], mapping.Assess(person, Now).Issues.Select(issue => issue.Code));
    }

    [Fact]
    public void A_table_may_leave_other_values_out_without_a_word()
    {
        var mapping = Compile("""
            "attributes": [{"attribute": "nickName", "source": {"field": "root.firstName", "transforms": [{"transform": "map", "table": {"Ada": "A"}, "otherwise": ""}]}}]
            """);

        Assert.Empty(mapping.Assess(Person(), Now).Issues);
        Assert.Null(mapping.Json(Person())["nickName"]);
    }

    [Fact]
    public void No_template_ever_throws()
    {
        Gen.OneOf(Gen.String, Gen.OneOf("{", "}", "{{", "}}", "{root.firstName}", "{root", " ", "\uD800", "\0").Array[0, 8].Select(string.Concat))
            .Sample(text =>
            {
                if (Template.TryParse(text, out var template, out var problem))
                {
                    template.Fill(field => field.Length % 2 == 0 ? null : field);
                    Assert.NotEmpty(template.Fields);
                }
                else
                {
                    Assert.NotEmpty(problem);
                }
            });
    }

    [Fact]
    public void No_value_makes_a_transform_throw() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.String[Gen.Char['0', '9'], 0, 30]), Gen.Enum<TransformKind>()).Sample((text, kind) =>
        {
            var transform = TransformCompiler.Compile(new Transform { Kind = kind, Region = kind is TransformKind.E164 ? "NO" : null });
            if (CleanText.Of(text) is { } clean)
            {
                transform.Apply(clean);
            }
        });
}
