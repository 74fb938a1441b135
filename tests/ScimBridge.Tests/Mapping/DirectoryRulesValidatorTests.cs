using ScimBridge.Employees;
using ScimBridge.Mapping;
using Xunit;
using static ScimBridge.Tests.Mapping.RulesFixtures;

namespace ScimBridge.Tests.Mapping;

public sealed class DirectoryRulesValidatorTests
{
    private const string Many = "{\"field\": \"work.title\"}";

    private static readonly FieldInfo[] Fields =
    [
        new("root.firstName", "First name", "Basic info", FieldValueKind.Text, false),
        new("work.title", "Title", "Work", FieldValueKind.List, false),
        new("work.startDate", "Start", "Work", FieldValueKind.Date, false),
        new("work.isManager", "Manager?", "Work", FieldValueKind.Boolean, false),
        new("work.manager", "Manager", "Work", FieldValueKind.Person, false),
        new("work.tenure", "Tenure", "Work", FieldValueKind.Other, false),
        new("payroll.salary.payment", "Pay", "Payroll", FieldValueKind.Number, true),
    ];

    [Theory]
    [InlineData("title", """{"field": "work.none"}""", "/attributes/0/source/field", "no field")]
    [InlineData("title", """{"field": "payroll.salary.payment"}""", "/attributes/0/source/field", "never read")]
    [InlineData("title", """{"template": "{payroll.salary.payment}"}""", "/attributes/0/source/template", "never read")]
    [InlineData("title", """{"field": "work.tenure"}""", "/attributes/0/source/field", "wrong type")]
    [InlineData("title", """{"field": "@lifecycle"}""", "/attributes/0/source/field", "can't be used here")]
    [InlineData("title", """{}""", "/attributes/0/source", "one of field")]
    [InlineData("title", """{"field": "work.title", "constant": "x"}""", "/attributes/0/source", "one of field")]
    [InlineData("title", """{"constant": " "}""", "/attributes/0/source/constant", "no text")]
    [InlineData("title", """{"template": "{root.firstName"}""", "/attributes/0/source/template", "opening brace")]
    [InlineData("title", """{"template": "x"}""", "/attributes/0/source/template", "names no field")]
    [InlineData("title", """{"first": []}""", "/attributes/0/source/first", "no source")]
    [InlineData("title", """{"first": [{"first": [{"first": [{"first": [{"constant": "x"}]}]}]}]}""", "/attributes/0/source/first/0/first/0/first/0/first", "too deep")]
    [InlineData("title", """{"field": "work.isManager", "transforms": [{"transform": "date"}]}""", "/attributes/0/source/transforms/0/transform", "type")]
    [InlineData("title", """{"field": "work.title", "transforms": [{"transform": "e164", "region": "XX"}]}""", "/attributes/0/source/transforms/0/region", "no country")]
    [InlineData("title", """{"field": "work.title", "transforms": [{"transform": "lower", "region": "NO"}]}""", "/attributes/0/source/transforms/0/region", "Only e164")]
    [InlineData("title", """{"field": "work.title", "transforms": [{"transform": "map"}]}""", "/attributes/0/source/transforms/0/table", "empty")]
    [InlineData("title", """{"field": "work.title", "transforms": [{"transform": "map", "table": {"a": "1", "A": "2"}}]}""", "/attributes/0/source/transforms/0/table/a", "twice")]
    [InlineData("titel", """{"field": "work.title"}""", "/attributes/0/attribute", "no such attribute")]
    [InlineData("title x", """{"field": "work.title"}""", "/attributes/0/attribute", "not how")]
    [InlineData("userName", """{"field": "work.title"}""", "/attributes/0/attribute", "rule of its own")]
    [InlineData("id", """{"field": "work.title"}""", "/attributes/0/attribute", "never changes")]
    [InlineData("groups", """{"field": "work.title"}""", "/attributes/0/attribute", "group sources")]
    [InlineData("emails.value", """{"field": "work.title"}""", "/attributes/0/attribute", "many values")]
    [InlineData("emails[type eq \"x\"].primary", """{"field": "work.title"}""", "/attributes/0/attribute", "many values")]
    [InlineData("name", """{"field": "work.title"}""", "/attributes/0/attribute", "holds others")]
    [InlineData("urn:scimbridge:params:scim:schemas:extension:hibob:2.0:User:isManager", """{"field": "work.startDate"}""", "/attributes/0/source/field", "nothing to put")]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager", """{"field": "work.title"}""", "/attributes/0/source/field", "wrong type")]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager", """{"constant": "x"}""", "/attributes/0/source", "an employee")]
    [InlineData("urn:scimbridge:params:scim:schemas:extension:hibob:2.0:User:isManager", """{"constant": "maybe"}""", "/attributes/0/source/constant", "no value")]
    [InlineData("urn:scimbridge:params:scim:schemas:extension:hibob:2.0:User:startDate", """{"first": [{"field": "work.isManager"}]}""", "/attributes/0/source/first/0/field", "nothing to put")]
    [InlineData("profileUrl", """{"constant": "not a url"}""", "/attributes/0/source/constant", "no value")]
    [InlineData("addresses[type eq \"work\"].country", """{"first": [{"field": "root.firstName"}, {"constant": "Nowhere"}]}""", "/attributes/0/source/first/1/constant", "no value")]
    public void A_rule_that_cant_be_is_told_where_and_why(string attribute, string source, string place, string words) =>
        ShouldFind($$"""
            "attributes": [{"attribute": {{System.Text.Json.JsonSerializer.Serialize(attribute)}}, "source": {{source}}}]
            """, place, words);

    [Theory]
    [InlineData("integer", """{"field": "work.startDate"}""", "/customAttributes/0/source/field", "nothing to put")]
    [InlineData("integer", """{"constant": "abc"}""", "/customAttributes/0/source/constant", "no value")]
    [InlineData("boolean", """{"field": "work.startDate"}""", "/customAttributes/0/source/field", "nothing to put")]
    [InlineData("dateTime", """{"first": [{"field": "work.isManager"}]}""", "/customAttributes/0/source/first/0/field", "nothing to put")]
    [InlineData("reference", """{"constant": "no uri"}""", "/customAttributes/0/source/constant", "no value")]
    public void A_custom_attribute_takes_what_is_of_its_type(string type, string source, string place, string words) =>
        ShouldFind($$"""
            "customAttributes": [{"name": "cabin", "type": "{{type}}", "source": {{source}}}]
            """, place, words);

    [Theory]
    [InlineData("""{"all": []}""", "/scope/condition/all", "no condition")]
    [InlineData("""{"field": "work.title"}""", "/scope/condition/op", "must hold")]
    [InlineData("""{"field": "work.title", "op": "eq"}""", "/scope/condition", "does not go with")]
    [InlineData("""{"field": "work.title", "op": "in", "value": "x"}""", "/scope/condition", "does not go with")]
    [InlineData("""{"field": "work.title", "op": "in", "values": []}""", "/scope/condition/values", "no value")]
    [InlineData("""{"field": "work.title", "op": "eq", "value": ""}""", "/scope/condition/value", "no text")]
    [InlineData("""{"field": "work.title", "op": "before", "value": "2021-01-01"}""", "/scope/condition/field", "wrong type")]
    [InlineData("""{"field": "work.startDate", "op": "before", "value": "01/01/2021"}""", "/scope/condition/value", "no day")]
    [InlineData("""{"field": "@age", "op": "eq", "value": "1"}""", "/scope/condition/field", "can't be used")]
    [InlineData("""{"not": {"field": "work.none", "op": "present"}}""", "/scope/condition/not/field", "no field")]
    [InlineData("""{"not": {"not": {"not": {"not": {"not": {"not": {"not": {"not": {"field": "work.title", "op": "present"}}}}}}}}}""", "/scope/condition/not/not/not/not/not/not/not", "too deep")]
    [InlineData("""{"field": "work.title", "op": "present", "all": []}""", "/scope/condition", "one of all")]
    public void A_condition_that_cant_be_is_told_where_and_why(string condition, string place, string words) =>
        ShouldFind($$"""
            "scope": {"condition": {{condition}}}
            """, place, words);

    [Theory]
    [InlineData("\"customAttributes\": [{\"name\": \"1x\", \"source\": " + Many + "}]", "/customAttributes/0/name", "can't be")]
    [InlineData("\"customAttributes\": [{\"name\": \"SITE\", \"source\": " + Many + "}]", "/customAttributes/0/name", "has this name")]
    [InlineData("\"customAttributes\": [{\"name\": \"Department\", \"source\": " + Many + "}]", "/customAttributes/0/name", "has this name")]
    [InlineData("\"customAttributes\": [{\"name\": \"x\", \"source\": " + Many + "}, {\"name\": \"X\", \"source\": " + Many + "}]", "/customAttributes/1/name", "has this name")]
    [InlineData("\"lifecycle\": {\"preHireDays\": 366}", "/lifecycle/preHireDays", "0 to 365")]
    [InlineData("\"lifecycle\": {\"excludeTerminatedAfterDays\": -1}", "/lifecycle/excludeTerminatedAfterDays", "0 to 3650")]
    [InlineData("\"userName\": {\"source\": {}}", "/userName/source", "one of field")]
    [InlineData("\"groups\": {\"sources\": [{\"kind\": \"list\"}]}", "/groups/sources/0/field", "has a field")]
    [InlineData("\"groups\": {\"sources\": [{\"kind\": \"list\", \"field\": \"work.startDate\"}]}", "/groups/sources/0/field", "wrong type")]
    [InlineData("\"groups\": {\"sources\": [{\"kind\": \"site\"}, {\"kind\": \"site\"}]}", "/groups/sources/1", "the same")]
    [InlineData("\"groups\": {\"sources\": [{\"kind\": \"everyone\", \"inherit\": true}]}", "/groups/sources/0/inherit", "items of a list")]
    [InlineData("\"groups\": {\"rules\": [{\"id\": \"a b\", \"name\": \"x\", \"condition\": {\"field\": \"work.title\", \"op\": \"present\"}}]}", "/groups/rules/0/id", "can't be")]
    [InlineData("\"groups\": {\"rules\": [{\"id\": \"a\", \"name\": \" \", \"condition\": {\"field\": \"work.title\", \"op\": \"present\"}}]}", "/groups/rules/0/name", "no text")]
    [InlineData("\"attributes\": [{\"attribute\": \"title\", \"drop\": true}, {\"attribute\": \"TITLE\", \"drop\": true}]", "/attributes/1/attribute", "Another rule")]
    [InlineData("\"attributes\": [{\"attribute\": \"title\"}]", "/attributes/0", "either")]
    public void Anything_else_that_cant_be_is_told_where_and_why(string members, string place, string words) => ShouldFind(members, place, words);

    [Fact]
    public void Limits_hold()
    {
        var source = """{"constant": "x"}""";
        ShouldFind($"\"customAttributes\": [{string.Join(',', Enumerable.Range(0, 51).Select(n => $$"""{"name": "x{{n}}", "source": {{source}}}"""))}]", "/customAttributes", "50 at most");
        ShouldFind($$"""
            "userName": {"source": {"constant": "{{new string('x', 1025)}}" } }
            """, "/userName/source/constant", "1024 characters");
    }

    [Fact]
    public void The_default_rules_and_a_full_document_are_without_fault()
    {
        Assert.Empty(DirectoryRulesValidator.Validate(DirectoryRules.Default, Fields));
        Assert.Empty(DirectoryRulesValidator.Validate(
            Read("""
                "attributes": [{"attribute": "title", "source": {"field": "work.title", "transforms": [{"transform": "map", "table": {"a": "b"}}]}}],
                "scope": {"condition": {"field": "@emailDomain", "op": "eq", "value": "x.example"}, "deleteAfterDays": 30},
                "groups": {"sources": [{"kind": "list", "field": "work.title", "label": "Title"}, {"kind": "department", "inherit": true}]}
                """),
            Fields));
    }

    private static void ShouldFind(string members, string place, string words)
    {
        var faults = DirectoryRulesValidator.Validate(Read(members), Fields);

        Assert.Contains(faults, fault => fault.Pointer == place && fault.Problem.Contains(words, StringComparison.Ordinal) && fault.Advice.Length > 0);
    }
}
