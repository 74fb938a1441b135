using ScimBridge.Mapping;
using ScimBridge.Protocol.Resources;
using Xunit;
using static ScimBridge.Tests.Mapping.MappingFixtures;

namespace ScimBridge.Tests.Mapping;

public sealed class GroupRulesTests
{
    [Fact]
    public void Groups_are_those_of_the_facts()
    {
        var groups = new[] { new ScimGroupMembership { Value = "g" } };

        Assert.Equal(groups, GroupRules.Groups(Facts with { Groups = groups }));
    }

    [Fact]
    public void Without_a_group_groups_are_unassigned() => Assert.Null(GroupRules.Groups(Facts));
}
