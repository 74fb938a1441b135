using ScimBridge.Employees;
using ScimBridge.Mapping;
using Xunit;
using static ScimBridge.Tests.Mapping.MappingFixtures;

namespace ScimBridge.Tests.Mapping;

public sealed class LifecycleRulesTests
{
    private static readonly DateOnly Today = new(2026, 10, 15);

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
            Assert.Equal(active, IsActive(Nobody with { Lifecycle = Enum.Parse<LifecycleStatus>(status), HasAccess = access }));
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(null, false)]
    public void Without_an_employment_status_access_decides(bool? access, bool active) =>
        Assert.Equal(active, IsActive(Nobody with { HasAccess = access }));

    [Fact]
    public void A_termination_date_is_no_termination() =>
        Assert.True(IsActive(Nobody with { Lifecycle = LifecycleStatus.Employed, TerminationDate = new DateOnly(2000, 1, 1) }));

    [Fact]
    public void Every_status_has_a_rule() =>
        Assert.All(Enum.GetValues<LifecycleStatus>(), status => LifecycleRules.Standing(Nobody with { Lifecycle = status }, new LifecyclePolicy(), Today));

    [Theory]
    [InlineData("Inactive", 0, "Inactive")]
    [InlineData("Active", 0, "Inactive")]
    [InlineData("Active", 6, "Inactive")]
    [InlineData("Active", 7, "Active")]
    [InlineData("Exclude", 7, "Excluded")]
    public void Who_has_not_started_is_what_the_policy_says(string policy, int days, string standing) =>
        Assert.Equal(
            (Enum.Parse<PersonStanding>(standing), StandingReasons.NotStarted),
            LifecycleRules.Standing(
                Nobody with { Lifecycle = LifecycleStatus.Hired, StartDate = Today.AddDays(7) },
                new LifecyclePolicy { PreHire = Enum.Parse<PreHirePolicy>(policy), PreHireDays = days },
                Today));

    [Fact]
    public void Garden_leave_and_leave_are_what_the_policy_says()
    {
        var policy = new LifecyclePolicy { GardenLeaveActive = true, LeaveFollowsAccess = true };

        Assert.Equal(PersonStanding.Active, LifecycleRules.Standing(Nobody with { Lifecycle = LifecycleStatus.GardenLeave }, policy, Today).Standing);
        Assert.Equal(PersonStanding.Inactive, LifecycleRules.Standing(Nobody with { Lifecycle = LifecycleStatus.Leave, HasAccess = false }, policy, Today).Standing);
        Assert.Equal(PersonStanding.Active, LifecycleRules.Standing(Nobody with { Lifecycle = LifecycleStatus.Leave, HasAccess = true }, policy, Today).Standing);
        Assert.Equal(PersonStanding.Active, LifecycleRules.Standing(Nobody with { Lifecycle = LifecycleStatus.Leave }, policy, Today).Standing);
    }

    [Theory]
    [InlineData(30, "Inactive")]
    [InlineData(31, "Excluded")]
    [InlineData(null, "Inactive")]
    public void Leavers_go_after_the_days_that_the_policy_names(int? daysAgo, string standing) =>
        Assert.Equal(
            Enum.Parse<PersonStanding>(standing),
            LifecycleRules.Standing(
                Nobody with { Lifecycle = LifecycleStatus.Terminated, TerminationDate = daysAgo is { } days ? Today.AddDays(-days) : null },
                new LifecyclePolicy { ExcludeTerminatedAfterDays = 30 },
                Today).Standing);

    private static bool IsActive(Employee employee) => LifecycleRules.Standing(employee, new LifecyclePolicy(), Today).Standing is PersonStanding.Active;
}
