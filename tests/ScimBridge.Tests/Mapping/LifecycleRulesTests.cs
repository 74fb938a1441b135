using ScimBridge.Employees;
using ScimBridge.Mapping;
using Xunit;
using static ScimBridge.Tests.Mapping.MappingFixtures;

namespace ScimBridge.Tests.Mapping;

public sealed class LifecycleRulesTests
{
    [Theory]
    [InlineData("Hired", false)]
    [InlineData("Employed", true)]
    [InlineData("Leave", true)]
    [InlineData("GardenLeave", false)]
    [InlineData("Terminated", false)]
    public void The_employment_decides_whatever_the_access(string status, bool active)
    {
        foreach (var access in new bool?[] { true, false, null })
        {
            Assert.Equal(active, LifecycleRules.IsActive(Nobody with { Lifecycle = Enum.Parse<LifecycleStatus>(status), HasAccess = access }));
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(null, false)]
    public void Without_an_employment_status_access_decides(bool? access, bool active) =>
        Assert.Equal(active, LifecycleRules.IsActive(Nobody with { HasAccess = access }));

    [Fact]
    public void A_termination_date_is_no_termination() =>
        Assert.True(LifecycleRules.IsActive(Nobody with { Lifecycle = LifecycleStatus.Employed, TerminationDate = new DateOnly(2000, 1, 1) }));

    [Fact]
    public void Every_status_has_a_rule() =>
        Assert.All(Enum.GetValues<LifecycleStatus>(), status => LifecycleRules.IsActive(Nobody with { Lifecycle = status }));

    [Fact]
    public void A_missing_person_is_never_active() =>
        Assert.False(LifecycleRules.Active(Priya, Facts with { Missing = true }));
}
