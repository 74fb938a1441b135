using System.Text.Json;
using CsCheck;
using ScimBridge.Mapping;
using ScimBridge.Mapping.Rules;
using Xunit;

namespace ScimBridge.Tests.Mapping;

public sealed class DirectoryRulesJsonTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf("", "x", "Ōé \"'<\n", "{root.id}", "work.custom.field_1");

    private static readonly Gen<Transform> AnyTransform = Gen.Select(Gen.Enum<TransformKind>(), AnyText.Null(), Gen.Select(AnyText, AnyText).Array[0, 3])
        .Select((kind, region, table) => new Transform
        {
            Kind = kind,
            Region = region,
            Table = table.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2),
            Otherwise = region,
        });

    private static readonly Gen<ValueSource> AnySource = Gen.Recursive<ValueSource>((depth, inner) =>
        Gen.Select(AnyText.Null(), AnyText.Null(), AnyTransform.Array[0, 2], depth < 3 ? inner.Array[0, 2] : Gen.Const(Array.Empty<ValueSource>()))
            .Select((field, template, transforms, first) => new ValueSource { Field = field, Template = template, First = first, Transforms = transforms }));

    private static readonly Gen<Condition> AnyCondition = Gen.Recursive<Condition>((depth, inner) =>
        Gen.Select(AnyText.Null(), Gen.Enum<ConditionOperator>(), AnyText.Array[0, 2], depth < 3 ? inner.Array[0, 2] : Gen.Const(Array.Empty<Condition>()))
            .Select((field, op, values, all) => new Condition { Field = field, Op = op, Values = values, All = all }));

    private static readonly Gen<DirectoryRules> AnyRules = Gen.Select(
        Gen.Select(AnyText, AnySource, Gen.Bool).Select((attribute, source, drop) => new AttributeRule { Attribute = attribute, Source = source, Drop = drop }).Array[0, 3],
        Gen.Select(AnyText, AnySource, Gen.Enum<CustomAttributeType>()).Select((name, source, type) => new CustomAttributeRule { Name = name, Source = source, Type = type }).Array[0, 3],
        Gen.Select(AnyText, AnyCondition).Select((id, condition) => new RuleGroup { Id = id, Name = id, Condition = condition }).Array[0, 3],
        Gen.Select(Gen.Enum<GroupSourceKind>(), AnyText.Null(), Gen.Bool).Select((kind, field, flag) => new GroupSourceRule { Kind = kind, Field = field, Enabled = flag, Inherit = !flag }).Array[0, 3],
        Gen.Int[-5, 5000],
        Gen.Bool).Select((attributes, custom, groups, sources, days, flag) => new DirectoryRules
        {
            Attributes = attributes,
            CustomAttributes = custom,
            HomeAddress = flag ? days > 100 : null,
            Scope = groups.Length > 0 ? new ScopeRule { Condition = groups[0].Condition, DeleteAfterDays = flag ? days : null } : null,
            Lifecycle = new LifecyclePolicy { PreHire = PreHirePolicy.Exclude, PreHireDays = days, ExcludeTerminatedAfterDays = days },
            UserName = new UserNameRule { Clash = flag ? UserNameClash.Suffix : UserNameClash.Fallback, Source = attributes.FirstOrDefault()?.Source },
            Groups = new GroupSettings { Rules = groups, Sources = sources, EmptyGroups = flag, ArchivedGroups = ArchivedGroups.Never },
        });

    [Fact]
    public void What_is_exported_is_imported_as_the_same_text() =>
        AnyRules.Sample(rules =>
        {
            var json = DirectoryRulesJson.Write(rules);

            Assert.Equal(json, DirectoryRulesJson.Write(DirectoryRulesJson.Read(json)));
        });

    [Fact]
    public void No_rules_make_the_validator_or_the_compiler_throw() =>
        AnyRules.Sample(rules =>
        {
            DirectoryRulesValidator.Validate(rules, []);
            var mapping = RulesFixtures.Compile(rules with { CustomAttributes = [] });
            mapping.Map(RulesFixtures.Person(), MappingFixtures.Facts);
            mapping.Assess(RulesFixtures.Person(), RulesFixtures.Now);
        });

    [Fact]
    public void The_rules_of_a_directory_for_which_nothing_was_decided_are_these()
    {
        Assert.Equal(
            """
            {
              "format": 1,
              "attributes": [],
              "customAttributes": [],
              "lifecycle": {
                "preHire": "inactive",
                "preHireDays": 0,
                "gardenLeaveActive": false,
                "leaveFollowsAccess": false
              },
              "userName": {
                "stripSandboxSuffix": false,
                "clash": "fallback"
              },
              "groups": {
                "sources": [
                  {
                    "kind": "department",
                    "inherit": false,
                    "enabled": true
                  },
                  {
                    "kind": "site",
                    "inherit": false,
                    "enabled": true
                  }
                ],
                "rules": [],
                "emptyGroups": true,
                "archivedGroups": "whileHeld",
                "inactiveMembers": false
              }
            }

            """,
            DirectoryRulesJson.Write(DirectoryRules.Default));
        Assert.Equal(DirectoryRulesJson.Write(DirectoryRules.Default), DirectoryRulesJson.Write(DirectoryRulesJson.Read("""{"format": 1}""")));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("[]", "")]
    [InlineData("{}", "/format")]
    [InlineData("""{"format": "1"}""", "/format")]
    [InlineData("""{"format": 2}""", "/format")]
    [InlineData("""{"format": 1, "attributes": [null]}""", "/attributes/0")]
    [InlineData("""{"format": 1, "attributes": [{"attribute": "title", "source": {"feild": "x"}}]}""", "/attributes/0/source")]
    [InlineData("""{"format": 1, "attributes": [{"attribute": 1}]}""", "/attributes/0/attribute")]
    [InlineData("""{"format": 1, "lifecycle": {"preHire": 1}}""", "/lifecycle/preHire")]
    [InlineData("""{"format": 1, "lifecycle": {"preHire": "often"}}""", "/lifecycle/preHire")]
    [InlineData("""{"format": 1, "homeAddress": true, "homeAddress": false}""", "")]
    [InlineData("""{"format": 1, "attributes": [{"attribute": "\ud800"}]}""", "/attributes/0/attribute")]
    public void What_is_no_rules_document_is_refused_where_it_is_wrong(string json, string place)
    {
        Assert.False(DirectoryRulesJson.TryRead(json, out _, out var fault));

        Assert.StartsWith(place, fault.Pointer, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Problem);
        Assert.NotEmpty(fault.Advice);
        Assert.Throws<JsonException>(() => DirectoryRulesJson.Read(json));
    }

    [Fact]
    public void A_document_that_is_too_long_or_too_deep_is_refused()
    {
        Assert.False(DirectoryRulesJson.TryRead("""{"format": 1}""" + new string(' ', DirectoryRulesJson.LongestDocument), out _, out _));
        Assert.False(DirectoryRulesJson.TryRead("""{"format": 1, "attributes": """ + new string('[', 1000), out _, out _));
    }
}
