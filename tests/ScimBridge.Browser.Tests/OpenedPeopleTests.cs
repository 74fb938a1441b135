using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScimBridge.Browser.Tests;

/// <summary>What opens on the pages of people, groups and syncs, in the shell around them too: no violation of WCAG 2 A and AA.</summary>
public sealed class OpenedPeopleTests(Chromium chromium)
{
    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Phone)]
    public async Task Everything_that_opens_on_the_pages_of_people_is_accessible(Look look)
    {
        await using var company = await Company.StartAsync(people: 40);
        await using var window = await Window.OpenAsync(chromium, company.App.Address, look);
        var inspection = new Inspection(window, look);
        var person = company.HiBob.Company.People[5];
        company.HiBob.Company.Update(person.Id, "work.title", "Harbour master");
        await company.SyncAgainAsync();
        await window.SignInAsync();

        await window.GoAsync("/admin/directories/acme/users");
        await window.OpenDetailsAsync();
        await inspection.LookAsync("users-details");
        await window.Page.GetByLabel("Filter", new() { Exact = true }).FillAsync("userName eq and title pr");
        await window.PressAsync("Apply the filter");
        await Expect(window.Page.Locator("pre.caret")).ToBeVisibleAsync();
        await inspection.LookAsync("users-filter-error");
        await window.GoAsync("/admin/directories/acme/users?q=nobody-has-this");
        await window.SaysAsync("Nobody matches");
        await inspection.LookAsync("users-none");
        await window.GoAsync("/admin/directories/acme/users");
        await window.Page.GetByLabel("Group", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Expect(window.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("user");
        await window.ReadyAsync();
        await inspection.LookAsync("users-of-group");

        await window.GoAsync($"/admin/directories/acme/users?q={person.Id}");
        await window.Page.Locator("table tbody tr a").First.ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Forget this person" })).ToBeVisibleAsync();
        var user = new Uri(window.Page.Url).AbsolutePath;
        foreach (var part in (string[])["attributes", "json", "history"])
        {
            await window.GoAsync($"{user}/{part}");
            await window.OpenDetailsAsync();
            await inspection.LookAsync($"user-{part}");
        }

        await window.PressAsync("Forget this person");
        await Expect(window.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await inspection.LookAsync("forget");
        await window.Page.Locator("#forget-name").FillAsync(person.Email!);
        await inspection.LookAsync("forget-typed");
        await window.Page.Keyboard.PressAsync("Escape");
        await Expect(window.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await window.GoAsync("/admin/directories/acme/groups");
        await window.Page.Locator("table tbody tr a").First.ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Members" })).ToBeVisibleAsync();
        await window.ReadyAsync();
        var group = new Uri(window.Page.Url).AbsolutePath;
        await window.OpenDetailsAsync();
        await inspection.LookAsync("group-members");
        foreach (var part in (string[])["json", "history"])
        {
            await window.GoAsync($"{group}/{part}");
            await inspection.LookAsync($"group-{part}");
        }

        await window.GoAsync("/admin/directories/acme/users/no-such-user");
        await inspection.LookAsync("user-missing");
        await window.GoAsync("/admin/directories/acme/groups/no-such-group");
        await inspection.LookAsync("group-missing");
        await window.GoAsync("/admin/directories/acme/syncs/no-such-sync");
        await inspection.LookAsync("sync-missing");
        await window.GoAsync("/admin/directories/nowhere");
        await inspection.LookAsync("directory-missing");
        Assert.Empty(inspection.Violations);
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Phone)]
    public async Task Syncs_charts_and_the_navigation_are_accessible_when_opened(Look look)
    {
        await using var company = await Company.StartAsync(people: 40);
        await using var window = await Window.OpenAsync(chromium, company.App.Address, look);
        var inspection = new Inspection(window, look);
        await window.SignInAsync();

        await window.GoAsync("/admin/directories/acme/syncs");
        await window.Page.GetByLabel("Sync one person").FillAsync("nobody@nowhere.example");
        await window.PressAsync("Sync this person");
        await window.ReadyAsync();
        await inspection.LookAsync("syncs-one-person");
        await window.GoAsync("/admin/directories/acme/syncs");
        await window.PressAsync("Dry run");
        await window.HeadingAsync("Sync");
        await window.SaysAsync("This was a dry run");
        await inspection.LookAsync("dry-run");

        foreach (var gone in company.HiBob.Company.People.Take(15).ToList())
        {
            company.HiBob.Company.Remove(gone.Id);
        }

        await window.GoAsync("/admin/directories/acme");
        await window.PressAsync("Sync now");
        await window.SaysAsync("It waits for a decision");
        await window.ReadyAsync();
        await window.FillAsync("Reason", "They left with the sale of the Oslo office.");
        await inspection.LookAsync("decision");
        if (await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^and \\d+ more") }).First.IsVisibleAsync())
        {
            await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^and \\d+ more") }).First.ClickAsync();
        }

        await window.Page.GetByRole(AriaRole.Group, new() { Name = "Which changes to show" }).GetByRole(AriaRole.Button).Last.ClickAsync();
        await inspection.LookAsync("plan-unfolded");
        await window.GoAsync("/admin");
        await window.OpenDetailsAsync();
        await inspection.LookAsync("overview-held");
        await window.GoAsync("/admin/directories/acme");
        await window.OpenDetailsAsync();
        await inspection.LookAsync("directory-held");
        await window.GoAsync("/admin/directories/acme/health");
        await window.OpenDetailsAsync();
        await window.Page.GetByLabel("Only fields that don't come").CheckAsync();
        await inspection.LookAsync("health-opened");
        await window.PressAsync("Check now");
        await window.ReadyAsync();
        await inspection.LookAsync("health-checked");

        // The navigation is beside a wide page from the start, and over a narrow one once it is opened.
        await window.GoAsync("/admin/audit");
        await window.PressAsync("Menu");
        await inspection.LookAsync("menu");
        await window.Page.Keyboard.PressAsync("Escape");
        await window.GoAsync("/admin/audit?directory=nowhere");
        await window.SaysAsync("Nothing was done that matches");
        await inspection.LookAsync("audit-none");
        await window.Page.GotoAsync($"{company.App.Address}/admin/audit");
        await window.PressAsync("Dark colours");
        await window.ReadyAsync();
        await window.Page.Locator(".skip").FocusAsync();
        await inspection.LookAsync("dark-by-choice");
        Assert.Empty(inspection.Violations);
    }
}
