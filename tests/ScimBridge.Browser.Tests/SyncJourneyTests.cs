using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using ScimBridge.HiBobSimulator;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScimBridge.Browser.Tests;

/// <summary>Watching syncs, and deciding about one that would remove too many.</summary>
public sealed class SyncJourneyTests(Chromium chromium)
{
    [Fact]
    public async Task A_sync_is_watched_from_its_request_to_its_end_and_goes_on_when_the_page_is_left()
    {
        await using var company = await Company.StartAsync();
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        await window.SignInAsync();
        await window.GoAsync("/admin/directories/acme");
        company.HiBob.Faults.Add(SimulatorFault.SlowBody(TimeSpan.FromMilliseconds(30), 8192) with { Times = 1, Endpoint = SimulatorEndpoint.PeopleSearch });

        await window.PressAsync("Sync now");
        await window.HeadingAsync("Sync");
        await Expect(window.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Progress of this stage" })).ToBeVisibleAsync();
        await window.SaysAsync("people read");
        await window.PictureAsync("sync-running");

        // Elsewhere and back: the run is where it was, or further.
        var run = window.Page.Url;
        await window.FollowAsync("Users");
        await window.HeadingAsync("Users");
        await window.Page.GotoAsync(run);
        await Expect(window.Page.Locator("body")).ToContainTextAsync("Succeeded", new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task A_check_goes_on_when_the_page_is_left_and_tells_what_is_missing_and_how_much_HiBob_lets_us_ask()
    {
        await using var company = await Company.StartAsync();
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        await window.SignInAsync();
        await window.GoAsync("/admin/directories/acme/health");
        await window.SaysAsync("fields come.");
        company.HiBob.Permissions.Categories = SimulatorPermissions.AllCategories.Except(["workContact"]).ToHashSet();
        company.HiBob.Traffic.RateLimitPerMinute = 50;
        company.HiBob.Faults.Add(SimulatorFault.SlowBody(TimeSpan.FromMilliseconds(30), 8192) with { Times = 1, Endpoint = SimulatorEndpoint.PeopleSearch });

        await window.PressAsync("Check now");
        await window.SaysAsync("A sync is under way");
        await window.FollowAsync("Users");
        await window.HeadingAsync("Users");
        await window.FollowAsync("Health");

        await Expect(window.Page.Locator("body")).ToContainTextAsync("come with nobody", new() { Timeout = 60_000 });
        await window.SaysAsync("View selected employees' Work contact details sections");
        await window.SaysAsync("POST /people/search");
        await window.SaysAsync("of 50");
        await Expect(window.Page.GetByText("A sync is under way")).ToHaveCountAsync(0);
        await window.PictureAsync("health-missing");
        Assert.Empty(await window.ViolationsAsync());
    }

    [Fact]
    public async Task A_double_click_is_one_sync()
    {
        await using var company = await Company.StartAsync();
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        await window.SignInAsync();
        await window.GoAsync("/admin/directories/acme");
        company.HiBob.Faults.Add(SimulatorFault.SlowBody(TimeSpan.FromMilliseconds(30), 8192) with { Times = 2, Endpoint = SimulatorEndpoint.PeopleSearch });

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sync now", Exact = true }).DblClickAsync();

        await Expect(window.Page.Locator("body")).ToContainTextAsync("Succeeded", new() { Timeout = 60_000 });
        using var api = company.Api();
        var runs = await api.GetFromJsonAsync<JsonElement>("directories/acme/syncs", TestContext.Current.CancellationToken);
        Assert.Equal(2, runs.GetArrayLength());
    }

    [Fact]
    public async Task A_sync_is_cancelled()
    {
        await using var company = await Company.StartAsync();
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        await window.SignInAsync();
        await window.GoAsync("/admin/directories/acme");
        company.HiBob.Faults.Add(SimulatorFault.SlowBody(TimeSpan.FromMilliseconds(200), 2048) with { Times = 1, Endpoint = SimulatorEndpoint.PeopleSearch });
        await window.PressAsync("Sync now");
        await window.PressAsync("Cancel");

        await Expect(window.Page.Locator("body")).ToContainTextAsync("Failed", new() { Timeout = 60_000 });
        await window.SaysAsync("Nothing was changed");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sync_that_would_remove_too_many_waits_for_a_decision(bool approve)
    {
        await using var company = await Company.StartAsync();
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        foreach (var person in company.HiBob.Company.People.Take(60).ToList())
        {
            company.HiBob.Company.Remove(person.Id);
        }

        await window.SignInAsync();
        await window.GoAsync("/admin/directories/acme");
        await window.PressAsync("Sync now");
        await window.SaysAsync("It waits for a decision");
        await Expect(window.Page.Locator(".page-head .state")).ToHaveTextAsync("Waits for approval");
        await Expect(window.Page.GetByRole(AriaRole.Table, new() { Name = "What the plan changes" })).ToBeVisibleAsync();
        Assert.Empty(await window.ViolationsAsync());
        await window.PictureAsync("plan-held");

        await window.FillAsync("Reason", approve ? "They left with the sale of the Oslo office." : "Nobody left: the audience was wrong.");
        var approval = window.Page.GetByRole(AriaRole.Button, new() { Name = "Approve the plan", Exact = true });
        await Expect(approval).ToBeDisabledAsync();
        if (approve)
        {
            // Meant is what can be counted.
            var number = window.Page.GetByLabel("To approve it, type how many users and groups it deactivates or deletes");
            var count = await window.Page.Locator("label.field > b").InnerTextAsync();
            await number.FillAsync(count + "0");
            await Expect(approval).ToBeDisabledAsync();
            await number.FillAsync(count);
            await approval.ClickAsync();
            await Expect(window.Page.Locator("body")).ToContainTextAsync("Succeeded", new() { Timeout = 60_000 });
            await Expect(window.Page.Locator(".page-head .state")).ToHaveTextAsync("Linked");
        }
        else
        {
            await window.PressAsync("Reject the plan");
            await window.SaysAsync("nothing of it was applied");
        }
    }
}
