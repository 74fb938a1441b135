using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScimBridge.Browser.Tests;

/// <summary>Every form, secret and confirmation of settings, tokens, accounts and organizations: no violation of WCAG 2 A and AA.</summary>
public sealed class OpenedSettingsTests(Chromium chromium)
{
    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Phone)]
    public async Task Settings_are_accessible_in_each_of_their_states(Look look)
    {
        await using var company = await Company.StartAsync(people: 40);
        await using var window = await Window.OpenAsync(chromium, company.App.Address, look);
        var inspection = new Inspection(window, look);
        await company.MakeDirectoryAsync("fabrikam", "Fabrikam", "Fabrikam Group");
        company.HiBob.Company.Update(company.HiBob.Company.People[5].Id, "work.title", "Harbour master");
        await company.SyncAgainAsync();
        await window.SignInAsync();
        await window.GoAsync("/admin/directories/fabrikam/settings");
        await inspection.LookAsync("settings-unlinked");

        await LinkAsync(window, company, "not the token");
        await Expect(window.Page.Locator(".steps .state-bad")).ToBeVisibleAsync();
        await inspection.LookAsync("credentials-failing");
        await LinkAsync(window, company, company.HiBob.Options.Token);
        await window.PressAsync("Replace the credentials");
        await inspection.LookAsync("credentials-replace");
        await window.GoAsync("/admin/directories/fabrikam/settings");
        await window.PressAsync("Check them now");
        await Expect(window.Page.Locator(".steps")).ToBeVisibleAsync();
        await inspection.LookAsync("credentials-checked");
        await window.PressAsync("Make a setup link");
        await Expect(window.Page.GetByLabel("Setup link", new() { Exact = true })).ToBeVisibleAsync();
        await inspection.LookAsync("setup-link-made");
        await window.FillAsync("Secret of the webhook", "a secret of thirty-two characters");
        await window.PressAsync("Save the secret");
        await window.SaysAsync("A secret is stored");
        await inspection.LookAsync("webhook-secret");
        await window.FillAsync("Type \"Fabrikam\" to confirm", "Fabrikam");
        await inspection.LookAsync("delete-confirmed");
        await window.FillAsync("Why", "HiBob is being cleaned up");
        await window.PressAsync("Pause");
        await window.SaysAsync("Syncing is paused");
        await inspection.LookAsync("settings-paused");

        // The name of a directory of the settings is fixed there, yet what is served goes back.
        await window.GoAsync("/admin/directories/acme/settings");
        await window.PressAsync("Go back to version 1");
        await window.SaysAsync("Clients get what version 1 had");
        await inspection.LookAsync("go-back");
        Assert.Empty(inspection.Violations);
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Phone)]
    public async Task Tokens_are_accessible_while_made_shown_rotated_and_revoked(Look look)
    {
        await using var company = await Company.StartAsync(people: 40);
        await using var window = await Window.OpenAsync(chromium, company.App.Address, look);
        var inspection = new Inspection(window, look);
        await window.SignInAsync();
        await window.GoAsync("/admin/directories/acme/tokens");

        await window.PressAsync("Make a token");
        await window.SaysAsync("What it may read");
        await window.OpenDetailsAsync();
        await inspection.LookAsync("token-form");
        await window.FillAsync("Name, such as the client that is to have it", "Entra");
        await window.FillAsync("Users, as a SCIM filter", "active eq and");
        await window.PressAsync("Make the token");
        await Expect(window.Page.Locator(".problem")).ToBeVisibleAsync();
        await inspection.LookAsync("token-refused");
        await window.FillAsync("Users, as a SCIM filter", "active eq true");
        await window.PressAsync("Make the token");
        await window.SaysAsync("is made");
        await inspection.LookAsync("token-secret");
        await window.PressAsync("I have stored it");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Rotate Entra" }).ClickAsync();
        await inspection.LookAsync("token-rotate");
        await window.PressAsync("Rotate the token");
        await window.SaysAsync("The token before it works on until");
        await inspection.LookAsync("token-rotated");
        await window.PressAsync("I have stored it");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke Entra" }).First.ClickAsync();
        await window.Page.GetByLabel("Type the token's name").FillAsync("Entra");
        await inspection.LookAsync("token-revoke");
        await window.PressAsync("Revoke the token");
        await window.Page.GetByLabel("Also those that work no longer").CheckAsync();
        await window.SaysAsync("revoked ");
        await inspection.LookAsync("tokens-over");
        Assert.Empty(inspection.Violations);
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Phone)]
    public async Task Accounts_keys_and_organizations_are_accessible_while_made_and_removed(Look look)
    {
        await using var company = await Company.StartAsync(people: 40);
        await using var window = await Window.OpenAsync(chromium, company.App.Address, look);
        var inspection = new Inspection(window, look);
        await window.SignInAsync();

        await window.GoAsync("/admin/accounts");
        await window.FillAsync("User name", "vera");
        await window.PressAsync("Make the account");
        await Expect(window.Page.GetByLabel("Password", new() { Exact = true })).ToBeVisibleAsync();
        await inspection.LookAsync("account-made");
        await window.PressAsync("Delete vera");
        await inspection.LookAsync("account-delete");
        await window.FillAsync("Name of the key", "Backup");
        await window.PressAsync("Make the key");
        await Expect(window.Page.GetByLabel("API key", new() { Exact = true })).ToBeVisibleAsync();
        await inspection.LookAsync("key-made");
        await window.PressAsync("Revoke Backup");
        await inspection.LookAsync("key-revoke");

        await window.GoAsync("/admin/organizations");
        await window.FillAsync("Name of the organization", "Northwind");
        await window.PressAsync("Make organization");
        await window.HeadingAsync("Northwind");
        await window.ReadyAsync();
        await inspection.LookAsync("organization-empty");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Add directory" }).ClickAsync();
        await window.HeadingAsync("Add a directory");
        await window.FillAsync("Name of the directory", "Acme again");
        await window.FillAsync("Key", "acme");
        await window.PressAsync("Go on");
        await Expect(window.Page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        await inspection.LookAsync("add-directory-refused");
        await window.FillAsync("Key", "northwind");
        await window.PressAsync("Go on");
        await window.SaysAsync("2. The service user in HiBob");
        await inspection.LookAsync("add-directory-link");
        await window.GoAsync("/admin/organizations/999");
        await inspection.LookAsync("organization-missing");
        Assert.Empty(inspection.Violations);
    }

    private static async Task LinkAsync(Window window, Company company, string token)
    {
        await window.FillAsync("Service user id", company.HiBob.Options.ServiceUserId);
        await window.FillAsync("Token", token);
        await window.PressAsync("Check and save");
    }
}
