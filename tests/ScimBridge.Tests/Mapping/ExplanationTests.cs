using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Mapping.Explaining;
using ScimBridge.Protocol.Resources;
using Xunit;
using static ScimBridge.Tests.Mapping.RulesFixtures;

namespace ScimBridge.Tests.Mapping;

public sealed class ExplanationTests
{
    private static readonly EmployeeFields Person = Person(
        ("root.displayName", null, null), ("root.fullName", "Priya Natarajan", null), ("work.title", "7", "Engineer"), ("work.siteId", 5, "Oslo"),
        ("address.siteAddress1", "Storgata 1", null), ("address.siteAddress2", "3rd floor", null), ("address.siteCountry", "no", "Norway"),
        ("work.custom.field_1", "K-7", null));

    [Fact]
    public void Every_attribute_of_a_user_has_its_path_value_rule_and_fields()
    {
        var explained = Explain(DirectoryRules.Default);

        Assert.All(explained.Values, attribute => Assert.Equal("default", attribute.Rule));
        Assert.All(explained.Values.Where(attribute => attribute.Attribute != "addresses[type eq \"work\"].formatted"), attribute => Assert.NotEmpty(attribute.Fields));
        Assert.Equal("Engineer", explained["title"].Value);
        Assert.Equal(
            [("root.displayName", FieldState.Empty, false), ("root.fullName", FieldState.Present, true), ("root.firstName", FieldState.Present, false)],
            explained["displayName"].Fields.Take(3).Select(field => (field.Field, field.State, field.Won)));
        Assert.Equal(["address.siteAddress1", "address.siteAddress2"], Winners(explained["addresses[type eq \"work\"].streetAddress"]));
        Assert.Equal(["address.siteCountry"], Winners(explained["addresses[type eq \"work\"].country"]));
        Assert.Equal("5", explained["urn:scimbridge:params:scim:schemas:extension:hibob:2.0:User:siteId"].Value);
    }

    [Fact]
    public void A_rule_says_which_it_is_and_what_it_tried()
    {
        var explained = Explain(Read("""
            "attributes": [
              {"attribute": "nickName", "source": {"first": [{"field": "work.none"}, {"field": "work.custom.field_1"}, {"field": "work.title"}]}},
              {"attribute": "title", "drop": true}],
            "customAttributes": [{"name": "kit", "source": {"field": "work.custom.field_1"}}],
            "userName": {"source": {"template": "{root.firstName}.{root.surname}"}}
            """));

        Assert.Equal(
            [("work.none", FieldState.Absent, false), ("work.custom.field_1", FieldState.Present, true)],
            explained["nickName"].Fields.Select(field => (field.Field, field.State, field.Won)));
        Assert.Equal("rules/attributes/0", explained["nickName"].Rule);
        Assert.Equal(("rules/attributes/1", null), (explained["title"].Rule, explained["title"].Value));
        Assert.Equal("custom attribute kit", explained["urn:scimbridge:params:scim:schemas:extension:hibob:2.0:User:kit"].Rule);
        Assert.Equal(("userName rule", "root.firstName,root.surname"), (explained["userName"].Rule, string.Join(',', Winners(explained["userName"]))));
    }

    [Fact]
    public void Who_is_active_has_the_status_the_setting_and_the_day()
    {
        var mapping = Compile("""
            "lifecycle": {"preHire": "active", "preHireDays": 7}, "scope": {"condition": {"field": "root.firstName", "op": "present"}}
            """);
        var joiner = RulesFixtures.Person(("internal.lifecycleStatus", "hired", "Hired"), ("work.startDate", "2026-10-20", null));

        var active = mapping.Explain(joiner, MappingFixtures.Facts, [], Now).Active;

        Assert.Equal((true, PersonStanding.Active, "not_started", "Hired"), (active.Active, active.Standing, active.Reason, active.Status));
        Assert.Equal("lifecycle.preHire: active, lifecycle.preHireDays: 7", active.Policy);
        Assert.Equal(new DateOnly(2026, 10, 20), active.Dates["startDate"]);
        Assert.True(Assert.Single(active.Scope).Held);
        Assert.Contains(active.Fields, field => field is { Field: "internal.lifecycleStatus", Text: "Hired" });
    }

    [Fact]
    public void Whoever_is_gone_from_the_hr_system_is_missing_whatever_was_last_known() =>
        Assert.Equal("missing", Compile(DirectoryRules.Default).Explain(Person, MappingFixtures.Facts with { Active = false }, [], Now).Active.Reason);

    private static Dictionary<string, AttributeExplanation> Explain(DirectoryRules rules)
    {
        var facts = MappingFixtures.Facts with { Manager = new ScimManager { Value = "m", DisplayName = "Mara" } };
        return Compile(rules).Explain(Person, facts, [], Now).Attributes.ToDictionary(attribute => attribute.Attribute, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Winners(AttributeExplanation attribute) => attribute.Fields.Where(field => field.Won).Select(field => field.Field);
}
