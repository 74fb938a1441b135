using System.Text.Json.Nodes;
using ScimBridge.Tests.TestDatabases;
using Xunit;
using static ScimBridge.Tests.Sync.ScimNodes;

namespace ScimBridge.Tests.Sync;

public sealed class PersonChangeTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_renamed_person_is_renamed_in_groups_and_for_those_who_report_to_them(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var before = await scenario.DepartmentAsync(SmallCompany.Platform);

        scenario.Company.Update(SmallCompany.Id(1), "root.displayName", "Mara Olsen");
        var run = await scenario.SyncedAsync();

        var after = await scenario.DepartmentAsync(SmallCompany.Platform);
        Assert.Equal((12, 2), (run.Updated, run.GroupsChanged));
        Assert.Contains("Mara Olsen", Displays(after["members"]));
        Assert.DoesNotContain("Person No 1", Displays(after["members"]));
        Assert.NotEqual((string?)before["meta"]!["version"], (string?)after["meta"]!["version"]);
        Assert.Equal("Mara Olsen", (string?)Enterprise(await scenario.UserAsync(SmallCompany.Id(2)))["manager"]!["displayName"]);
        Assert.Equal(12, await scenario.CountAsync("Users", "userName pr"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7643-3.1-id-stable")]
    public async Task A_new_email_address_leaves_the_id_and_replaces_the_old_one_in_every_filter(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var id = (string?)(await scenario.UserAsync(SmallCompany.Id(3)))["id"];

        scenario.Company.Update(SmallCompany.Id(3), "root.email", "New.Name@fjordline.example");
        await scenario.SyncedAsync();

        Assert.Equal(0, await scenario.CountAsync("Users", "userName eq \"person.3@fjordline.example\""));
        Assert.Equal(0, await scenario.CountAsync("Users", "emails.value eq \"person.3@fjordline.example\""));
        Assert.Equal(1, await scenario.CountAsync("Users", "userName eq \"NEW.name@fjordline.example\""));
        Assert.Equal(1, await scenario.CountAsync("Users", "emails.value eq \"new.name@fjordline.example\""));
        var user = await scenario.UserAsync(SmallCompany.Id(3));
        Assert.Equal(id, (string?)user["id"]);
        Assert.Equal("New.Name@fjordline.example", (string?)user["userName"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_people_can_swap_their_email_addresses_in_one_sync(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);

        scenario.Company.Update(SmallCompany.Id(3), "root.email", "person.4@fjordline.example");
        scenario.Company.Update(SmallCompany.Id(4), "root.email", "PERSON.3@fjordline.example");
        var run = await scenario.SyncedAsync();

        Assert.Equal((2, 0), (run.Updated, run.GroupsChanged));
        Assert.Equal("person.4@fjordline.example", (string?)(await scenario.UserAsync(SmallCompany.Id(3)))["userName"]);
        Assert.Equal("PERSON.3@fjordline.example", (string?)(await scenario.UserAsync(SmallCompany.Id(4)))["userName"]);
        var found = await scenario.GetAsync("Users?filter=" + Uri.EscapeDataString("emails.value eq \"person.3@fjordline.example\""));
        Assert.Equal(SmallCompany.Id(4), (string?)Assert.Single(found["Resources"]!.AsArray())!["externalId"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7643-2.3.7-get", "7643-4.3-manager")]
    public async Task A_manager_who_is_gone_leaves_no_dangling_reference_and_comes_back(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 6, ("Directories:0:Sync:DeleteMissingAfterDays", "1"));
        var (chief, report) = (SmallCompany.Id(2), SmallCompany.Id(3));
        scenario.Company.Update(report, "work.manager", chief);
        await scenario.SyncedAsync();
        Assert.Equal(SyncScenario.UserId(chief), (string?)Manager(await scenario.UserAsync(report))!["value"]);

        // Missing and inactive, and still a user that a reference may point to.
        scenario.HiBob.Permissions.AudienceIds = scenario.Company.People.Select(person => person.Id).Where(id => id != chief).ToHashSet();
        await scenario.SyncedAsync();
        Assert.Equal(SyncScenario.UserId(chief), (string?)Manager(await scenario.UserAsync(report))!["value"]);

        scenario.Time.Advance(TimeSpan.FromDays(2));
        await scenario.SyncedAsync();
        Assert.Equal(404, await scenario.StatusAsync($"Users/{SyncScenario.UserId(chief)}"));
        Assert.Null(Manager(await scenario.UserAsync(report)));
        Assert.DoesNotContain(
            SyncScenario.UserId(chief), await scenario.App.Scim.GetStringAsync("Users", TestContext.Current.CancellationToken), StringComparison.Ordinal);

        scenario.HiBob.Permissions.GrantAll();
        await scenario.SyncedAsync();
        Assert.Equal(SyncScenario.UserId(chief), (string?)Manager(await scenario.UserAsync(report))!["value"]);
        Assert.Equal(200, await scenario.StatusAsync($"Users/{SyncScenario.UserId(chief)}"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_manager_whom_the_service_user_may_not_see_is_left_out_from_the_start(string provider)
    {
        await using var scenario = await SyncScenario.StartEmptyAsync(provider, new() { People = 0 });
        SmallCompany.Fill(scenario.Company, 6);
        scenario.HiBob.Permissions.AudienceIds = scenario.Company.People.Skip(1).Select(person => person.Id).ToHashSet();

        await scenario.SyncedAsync();

        Assert.Null(Manager(await scenario.UserAsync(SmallCompany.Id(2))));
        Assert.Equal(5, await scenario.CountAsync("Users", "userName pr"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_switched_off_home_address_goes_from_everybody_and_the_work_address_stays(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        Assert.Equal(12, await AddressesAsync(scenario, "home"));

        await scenario.RestartAsync(("Directories:0:Mapping:HomeAddress", "false"));
        var run = await scenario.SyncedAsync();

        Assert.Equal(12, run.Updated);
        Assert.Equal(0, await AddressesAsync(scenario, "home"));
        Assert.Equal(12, await AddressesAsync(scenario, "work"));
        Assert.DoesNotContain("Storgata", await scenario.App.Scim.GetStringAsync("Users", TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await scenario.RestartAsync(("Directories:0:Mapping:HomeAddress", "true"));
        await scenario.SyncedAsync();
        Assert.Equal(12, await AddressesAsync(scenario, "home"));
    }

    private static async Task<int> AddressesAsync(SyncScenario scenario, string type) =>
        (await scenario.GetAsync("Users?count=100"))["Resources"]!.AsArray()
            .Sum(user => (user!["addresses"]?.AsArray() ?? []).Count(address => (string?)address!["type"] == type));

    private static JsonNode? Manager(JsonObject user) => Enterprise(user)["manager"];
}
