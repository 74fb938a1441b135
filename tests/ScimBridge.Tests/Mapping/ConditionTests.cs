using ScimBridge.Mapping;
using Xunit;
using static ScimBridge.Tests.Mapping.RulesFixtures;

namespace ScimBridge.Tests.Mapping;

/// <summary>Conditions, scope and rule groups.</summary>
public sealed class ConditionTests
{
    [Theory]
    [InlineData("""{"field": "work.department", "op": "eq", "value": "PLATFORM"}""", true)]
    [InlineData("""{"field": "work.department", "op": "eq", "value": "5"}""", true)]
    [InlineData("""{"field": "work.department", "op": "eq", "value": "Sales"}""", false)]
    [InlineData("""{"field": "work.department", "op": "in", "values": ["Sales", "platform"]}""", true)]
    [InlineData("""{"field": "work.custom.field_1", "op": "eq", "value": "red"}""", true)]
    [InlineData("""{"field": "work.custom.field_1", "op": "eq", "value": "2"}""", true)]
    [InlineData("""{"field": "root.firstName", "op": "sw", "value": "pri"}""", true)]
    [InlineData("""{"field": "root.firstName", "op": "ew", "value": "YA"}""", true)]
    [InlineData("""{"field": "root.firstName", "op": "co", "value": "iy"}""", true)]
    [InlineData("""{"field": "root.firstName", "op": "co", "value": "zz"}""", false)]
    [InlineData("""{"field": "root.firstName", "op": "present"}""", true)]
    [InlineData("""{"field": "work.empty", "op": "empty"}""", true)]
    [InlineData("""{"field": "work.none", "op": "empty"}""", false)]
    [InlineData("""{"field": "work.none", "op": "present"}""", false)]
    [InlineData("""{"field": "work.startDate", "op": "before", "value": "2021-09-07"}""", true)]
    [InlineData("""{"field": "work.startDate", "op": "before", "value": "2021-09-06"}""", false)]
    [InlineData("""{"field": "work.startDate", "op": "after", "value": "2021-09-05"}""", true)]
    [InlineData("""{"field": "work.isManager", "op": "eq", "value": "true"}""", true)]
    [InlineData("""{"field": "@emailDomain", "op": "eq", "value": "Fjordline.example"}""", true)]
    [InlineData("""{"field": "@lifecycle", "op": "eq", "value": "employed"}""", true)]
    [InlineData("""{"not": {"field": "@lifecycle", "op": "eq", "value": "employed"}}""", false)]
    [InlineData("""{"all": [{"field": "root.firstName", "op": "present"}, {"field": "work.none", "op": "present"}]}""", false)]
    [InlineData("""{"any": [{"field": "work.none", "op": "present"}, {"not": {"field": "work.empty", "op": "present"}}]}""", true)]
    public void A_condition_holds_or_not(string condition, bool holds)
    {
        var mapping = Compile($$"""
            "scope": {"condition": {{condition}}}, "groups": {"rules": [{"id": "r", "name": "R", "condition": {{condition}}}]}
            """);
        var assessment = mapping.Assess(Person(
            ("work.department", "5", "Platform"), ("work.custom.field_1", new[] { "1", "2" }, "Blue,Red"), ("work.empty", null, null),
            ("work.startDate", "2021-09-06", null), ("work.isManager", true, null)), Now);

        Assert.Equal(!holds, assessment.OutOfScope);
        Assert.Equal(holds ? (PersonStanding.Active, "employed") : (PersonStanding.Inactive, "out_of_scope"), (assessment.Standing, assessment.Reason));
        Assert.Equal(holds, assessment.Groups.Any(group => group.Key == new GroupKey("rule", "r")));
    }

    [Fact]
    public void Whoever_leaves_the_scope_goes_at_once_if_the_rules_say_so()
    {
        var mapping = Compile("""
            "scope": {"condition": {"field": "work.department", "op": "eq", "value": "Sales"}, "deleteAfterDays": 0}
            """);

        Assert.Equal(PersonStanding.Excluded, mapping.Assess(Person(("work.department", "5", "Platform")), Now).Standing);
        Assert.Equal(0, mapping.DeleteOutOfScopeAfterDays);
        Assert.Equal(["work.department"], mapping.ReadRequest.Fields);
    }
}
