using ScimBridge.Admin.Pages.Attributes;
using ScimBridge.Mapping;
using ScimBridge.Mapping.Rules;
using Xunit;

namespace ScimBridge.Tests.Admin.Pages.Attributes;

/// <summary>Rules that go through the forms of the pages stay as they are but for what somebody does there.</summary>
public sealed class RuleFormTests
{
    private const string Everything = """
        {
          "format": 1,
          "attributes": [
            { "attribute": "title", "source": { "field": "work.title", "as": "id" } },
            { "attribute": "nickName", "source": { "template": "{root.firstName} {{x}}", "transforms": [{ "transform": "trim" }, { "transform": "upper" }] } },
            { "attribute": "userType", "drop": true },
            {
              "attribute": "phoneNumbers[type eq \"mobile\"].value",
              "source": {
                "first": [{ "field": "work.workMobile" }, { "first": [{ "field": "home.mobilePhone" }, { "constant": "none" }] }],
                "transforms": [{ "transform": "e164", "region": "NO" }, { "transform": "e164" }]
              }
            },
            {
              "attribute": "locale",
              "source": { "field": "work.custom.field_2", "transforms": [
                { "transform": "map", "table": { "Norsk": "nb-NO", "English": "en-GB" }, "otherwise": "" },
                { "transform": "map", "table": { "a": "b" }, "otherwise": "c" },
                { "transform": "map", "table": { "a": "b" } }] }
            }
          ],
          "customAttributes": [
            { "name": "squad", "type": "integer", "multiValued": true, "caseExact": true, "description": "Who with", "source": { "field": "work.custom.field_3" } }
          ],
          "userName": { "source": { "field": "root.email" }, "stripSandboxSuffix": true, "clash": "suffix" }
        }
        """;

    private const string Conditions = """
        {
          "format": 1,
          "scope": {
            "condition": { "all": [
              { "field": "work.department", "op": "in", "values": ["Sales", "Marketing"] },
              { "any": [{ "field": "work.title", "op": "sw", "value": "Head" }, { "field": "work.title", "op": "empty" }] },
              { "not": { "field": "work.startDate", "op": "after", "value": "2026-12-31" } }] },
            "deleteAfterDays": 30
          }
        }
        """;

    [Fact]
    public void Every_rule_comes_out_of_its_form_as_it_went_in()
    {
        var rules = DirectoryRulesJson.Read(Everything);
        var expected = DirectoryRulesJson.Write(rules);

        foreach (var attribute in rules.Attributes)
        {
            Assert.Equal(expected, DirectoryRulesJson.Write(RuleForm.OfAttribute(rules, attribute.Attribute).Rules()));
        }

        Assert.Equal(expected, DirectoryRulesJson.Write(RuleForm.OfCustom(rules, "squad").Rules()));
        Assert.Equal(expected, DirectoryRulesJson.Write(RuleForm.OfUserName(rules).Rules()));
    }

    [Fact]
    public void Every_condition_comes_out_of_its_form_as_it_went_in()
    {
        var rules = DirectoryRulesJson.Read(Conditions);

        var again = rules with { Scope = rules.Scope! with { Condition = ConditionForm.Of(rules.Scope.Condition).ToCondition() } };

        Assert.Equal(DirectoryRulesJson.Write(rules), DirectoryRulesJson.Write(again));
    }

    [Fact]
    public void A_rule_changes_in_its_place_and_the_others_stay()
    {
        var rules = DirectoryRulesJson.Read(Everything);
        var form = RuleForm.OfAttribute(rules, "nickName");
        form.Source.Template = "{root.surname}";

        var changed = form.Rules();

        Assert.Equal(rules.Attributes.Select(rule => rule.Attribute), changed.Attributes.Select(rule => rule.Attribute));
        Assert.Equal("{root.surname}", changed.Attributes[1].Source!.Template);
        Assert.Equal("/attributes/1", form.Pointer(changed));
    }

    [Fact]
    public void Going_back_to_the_default_takes_the_rule_out_and_leaving_out_puts_one_in()
    {
        var rules = DirectoryRulesJson.Read(Everything);
        var form = RuleForm.OfAttribute(rules, "title");
        form.Choice = RuleChoice.Default;
        Assert.DoesNotContain(form.Rules().Attributes, rule => rule.Attribute == "title");

        form.Choice = RuleChoice.Drop;
        Assert.True(form.Rules().Attributes[0].Drop);
    }

    [Fact]
    public void An_attribute_of_ones_own_keeps_its_place_when_it_is_renamed()
    {
        var form = RuleForm.OfCustom(DirectoryRulesJson.Read(Everything), "squad");
        form.Name = "team";

        Assert.Equal("team", Assert.Single(form.Rules().CustomAttributes).Name);
    }

    [Fact]
    public void An_attribute_is_found_however_its_rule_writes_it()
    {
        var rules = DirectoryRules.Default with { Attributes = [new AttributeRule { Attribute = "NickName", Drop = true }] };

        var form = RuleForm.OfAttribute(rules, "nickName");

        Assert.Equal((RuleChoice.Drop, "NickName"), (form.Choice, form.Name));
    }

    [Fact]
    public void A_field_becomes_the_first_of_several_and_is_kept_when_one_comes_back()
    {
        var form = SourceForm.Of(new ValueSource { Field = "work.title" });

        form.Become(SourceKind.First);
        Assert.Equal("work.title", Assert.Single(form.ToSource().First!).Field);

        form.Become(SourceKind.Field);
        Assert.Equal("work.title", form.ToSource().Field);
    }

    [Fact]
    public void A_table_says_that_a_value_is_in_it_twice()
    {
        var form = TransformForm.Of(new Transform { Kind = TransformKind.Map, Table = new Dictionary<string, string> { ["a"] = "1" } });
        Assert.False(form.HasDoubles);

        form.Table.Add(new TableLine { From = "a", To = "2" });

        Assert.True(form.HasDoubles);
        Assert.Equal("2", form.ToTransform().Table!["a"]);
    }
}
