using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScimBridge.Browser.Tests;

/// <summary>Adding a directory, with what may come in between.</summary>
public sealed class AddDirectoryTests(Chromium chromium)
{
    [Fact]
    public async Task Linking_survives_loading_the_page_again_and_a_taken_key_leads_to_its_directory()
    {
        await using var company = await Company.StartAsync(people: 20);
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        await window.SignInAsync();

        await window.GoAsync("/admin/organizations/1/add");
        await window.FillAsync("Name of the directory", "Acme");
        await window.PressAsync("Go on");
        await window.SaysAsync("There is a directory with the key 'acme' already.");
        await Expect(window.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "admin/directories/acme");
        Assert.Empty(await window.ViolationsAsync());
        await window.FillAsync("Key", "acme-two");
        await window.PressAsync("Go on");
        await window.SaysAsync("2. The service user in HiBob");
        await Expect(window.Page).ToHaveURLAsync(new Regex("/admin/organizations/1/add/acme-two$"));

        await window.Page.ReloadAsync();
        await window.SaysAsync("2. The service user in HiBob");
        Assert.Empty(await window.ViolationsAsync());
        await window.PictureAsync("add-directory-link");

        await window.GoAsync("/admin/organizations/1/add/acme");
        await window.SaysAsync("is linked");
    }

    [Theory]
    [InlineData("/admin/organizations/77/add", "No such organization")]
    [InlineData("/admin/organizations/77/add/acme", "No such organization")]
    [InlineData("/admin/organizations/1/add/nothing", "No such directory")]
    public async Task What_is_not_there_is_said(string path, string heading)
    {
        await using var company = await Company.StartAsync(people: 20);
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        await window.SignInAsync();

        await window.GoAsync(path);

        await window.HeadingAsync(heading);
        Assert.Empty(await window.ViolationsAsync());
    }

    [Fact]
    public async Task A_double_click_makes_one_setup_link()
    {
        await using var company = await Company.StartAsync(people: 20);
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        await window.SignInAsync();
        await window.GoAsync("/admin/organizations/1/add");
        await window.FillAsync("Name of the directory", "Fabrikam");
        await window.PressAsync("Go on");
        await window.SaysAsync("2. The service user in HiBob");
        await window.GoAsync("/admin/directories/fabrikam/settings");

        await window.Page.GetByText("Make a setup link", new() { Exact = true }).EvaluateAsync("button => { button.click(); button.click(); }");

        var rows = window.Page.GetByRole(AriaRole.Table, new() { Name = "Setup links" }).Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(1);
        await window.PressAsync("I have copied it");
        await window.PressAsync("Make a setup link");
        await Expect(rows).ToHaveCountAsync(2);
    }
}
