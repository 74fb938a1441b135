using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Protocol.Resources;
using Xunit;
using static ScimBridge.Tests.Mapping.RulesFixtures;

namespace ScimBridge.Tests.Mapping;

/// <summary>Which groups the sources of a directory make, and who is in them.</summary>
public sealed class GroupSourcesTests
{
    private static readonly CatalogueItem[] Departments =
    [
        new("work.department", "1", "Engineering", ["Engineering"], [], false),
        new("work.department", "2", "Platform", ["Engineering", "Platform"], ["1"], false),
        new("work.department", "3", "Storage", ["Engineering", "Platform", "Storage"], ["1", "2"], false),
    ];

    private static readonly EmployeeFields Person = Person(
        ("work.department", "3", "Storage"), ("work.siteId", 5, "Oslo"), ("payroll.employment.type", "p", "Permanent"), ("payroll.employment.contract", "f", "Full time"),
        ("work.custom.field_1", new[] { "b", "r" }, "Blue,Red"), ("work.isManager", true, null), ("work.manager", "101", "Mara Olsen"), ("employee.jobFamilyId", 8, "Ops"));

    [Theory]
    [InlineData("""{"kind": "department"}""", "department:3")]
    [InlineData("""{"kind": "site"}""", "site:5")]
    [InlineData("""{"kind": "type"}""", "type:p")]
    [InlineData("""{"kind": "contract"}""", "contract:f")]
    [InlineData("""{"kind": "jobFamily"}""", "jobFamily:8")]
    [InlineData("""{"kind": "list", "field": "work.custom.field_1"}""", "custom:work.custom.field_1:b custom:work.custom.field_1:r")]
    [InlineData("""{"kind": "managers"}""", "managers:all")]
    [InlineData("""{"kind": "directReports"}""", "manager:101")]
    [InlineData("""{"kind": "everyone"}""", "everyone:all")]
    [InlineData("""{"kind": "everyone", "enabled": false}""", "")]
    public void A_person_is_in_the_groups_that_the_source_makes(string source, string expected)
    {
        var mapping = Of($"\"sources\": [{source}]");

        var groups = Members(mapping, []);

        Assert.Equal(expected, string.Join(' ', groups.Select(group => group.ExternalId)));
        Assert.All(groups, group => Assert.Equal(ResourceIds.Group("acme", group.Key), group.Id));
    }

    [Fact]
    public void Without_settings_departments_and_sites_are_the_sources() =>
        Assert.Equal(["department:3", "site:5"], Members(Compile(DirectoryRules.Default), []).Select(group => group.ExternalId));

    [Fact]
    public void The_members_of_a_nested_item_are_in_those_above_it_only_if_the_source_inherits()
    {
        Assert.Equal(["Storage"], Members(Of("\"sources\": [{\"kind\": \"department\"}]"), Departments).Select(group => group.DisplayName));
        Assert.Equal(
            ["Storage", "Engineering", "Platform"],
            Members(Of("\"sources\": [{\"kind\": \"department\", \"inherit\": true}]"), Departments).Select(group => group.DisplayName));
    }

    [Fact]
    public void A_list_that_can_not_be_read_still_says_by_its_names_what_is_above_what() =>
        Assert.Equal(
            ["Storage", "Engineering", "Platform"],
            Members(Of("\"sources\": [{\"kind\": \"department\", \"inherit\": true}]"), [.. Departments.Select(item => item with { Ancestors = [] })])
                .Select(group => group.DisplayName));

    [Fact]
    public void The_group_of_somebodys_reports_goes_by_the_name_of_a_manager_who_is_a_user()
    {
        var mapping = Of("\"sources\": [{\"kind\": \"directReports\"}]");
        var held = mapping.Assess(Person, Now).Groups;

        Assert.Equal("Reports of Mara O.", Assert.Single(mapping.Groups([], held, id => id == "101" ? "Mara O." : null)).DisplayName);
        Assert.Empty(mapping.Groups([], held, _ => null));
    }

    [Fact]
    public void Archived_items_are_shown_while_held_or_never()
    {
        CatalogueItem[] archived = [Departments[2] with { Archived = true }];

        Assert.Single(Members(Of("\"sources\": [{\"kind\": \"department\"}]"), archived));
        Assert.Empty(Members(Of("\"sources\": [{\"kind\": \"department\"}], \"archivedGroups\": \"never\""), archived));
    }

    [Fact]
    public void A_rule_group_is_there_with_or_without_members_and_its_name_gives_way_to_no_other()
    {
        var mapping = Of("""
            "sources": [{"kind": "site"}],
            "rules": [{"id": "oslo", "name": "oslo", "condition": {"field": "work.siteId", "op": "eq", "value": "Bergen"}}]
            """);

        var groups = mapping.Groups([], mapping.Assess(Person, Now).Groups, _ => null);

        Assert.Equal([("rule:oslo", "Group: oslo"), ("site:5", "Site: Oslo")], groups.Select(group => (group.ExternalId, group.DisplayName)));
        Assert.DoesNotContain(mapping.Assess(Person, Now).Groups, held => held.Key.Source == GroupKey.Rule);
    }

    [Fact]
    public void The_lists_of_the_sources_and_the_fields_of_the_conditions_are_read()
    {
        var request = Of("""
            "sources": [{"kind": "department"}, {"kind": "jobFamily"}, {"kind": "list", "field": "work.custom.field_1"}, {"kind": "everyone"}],
            "rules": [{"id": "x", "name": "x", "condition": {"all": [{"field": "work.title", "op": "present"}, {"field": "@lifecycle", "op": "present"}]}}]
            """).ReadRequest;

        Assert.Equal(["work.department", "employee.jobFamilyId", "work.custom.field_1"], request.CatalogueFields);
        Assert.Contains("work.title", request.Fields);
        Assert.DoesNotContain("@lifecycle", request.Fields);
    }

    [Fact]
    public void Each_group_explains_itself()
    {
        var mapping = Of("""
            "sources": [{"kind": "department", "inherit": true}],
            "rules": [{"id": "eng", "name": "Engineers", "condition": {"field": "work.department", "op": "eq", "value": "storage"}}]
            """);
        var groups = Members(mapping, Departments);
        var facts = MappingFixtures.Facts with
        {
            Groups = [.. groups.Select(group => new ScimGroupMembership { Value = group.Id, Display = group.DisplayName }), new ScimGroupMembership { Value = "old", Display = "Old" }],
        };

        var explained = mapping.Explain(Person, facts, Departments, Now).Groups.ToDictionary(group => group.Name!, StringComparer.Ordinal);

        Assert.Equal("Storage", explained["Storage"].Field?.Text);
        Assert.Null(explained["Storage"].InheritedFrom);
        Assert.Equal(new GroupKey("department", "3"), explained["Engineering"].InheritedFrom);
        Assert.True(Assert.Single(explained["Engineers"].Conditions).Held);
        Assert.Null(explained["Old"].Key);
    }

    private static DirectoryMapping Of(string settings) => Compile($$"""
        "groups": { {{settings}} }
        """);

    private static IReadOnlyList<WantedGroup> Members(DirectoryMapping mapping, IReadOnlyList<CatalogueItem> catalogue)
    {
        var held = mapping.Assess(Person, Now).Groups;
        return mapping.Groups(catalogue, held, id => $"No. {id}").Of(held);
    }
}
