using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using ScimBridge.Tests.Sync;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScimBridge.Browser.Tests;

/// <summary>A directory that an admin makes, has linked by somebody else, pauses, deletes and brings back.</summary>
public sealed class DirectoryJourneyTests(Chromium chromium)
{
    [Fact]
    public async Task A_setup_link_lets_the_companys_own_admin_link_the_directory()
    {
        await using var company = await Company.StartAsync();
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        await window.SignInAsync();
        await company.MakeDirectoryAsync("fabrikam", "Fabrikam", "Fabrikam Group");
        await window.GoAsync("/admin/directories/fabrikam/settings");
        await window.PressAsync("Make a setup link");
        var link = await window.Page.GetByLabel("Setup link", new() { Exact = true }).InnerTextAsync();

        await using var theirs = await Window.OpenAsync(chromium, company.App.Address, Look.Phone);
        await theirs.Page.GotoAsync(link);
        await theirs.PictureAsync("setup-link");
        Assert.Empty(await theirs.ViolationsAsync());
        await theirs.FillAsync("ID of the service user", company.HiBob.Options.ServiceUserId);
        await theirs.FillAsync("Token of the service user", "not the token");
        await theirs.PressAsync("Check and link");
        await Expect(theirs.Page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        await theirs.PictureAsync("setup-link-wrong-token");
        Assert.Empty(await theirs.ViolationsAsync());
        await theirs.FillAsync("ID of the service user", company.HiBob.Options.ServiceUserId);
        await theirs.FillAsync("Token of the service user", company.HiBob.Options.Token);
        await theirs.PressAsync("Check and link");
        await theirs.SaysAsync("Linked");
        await theirs.PictureAsync("setup-link-linked");
        await theirs.Page.GotoAsync(link);
        await theirs.SaysAsync("This link has been used");

        await window.GoAsync("/admin/directories/fabrikam");
        await Expect(window.Page.Locator(".page-head .state")).ToHaveTextAsync("Linked", new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task A_directory_is_paused_resumed_deleted_by_its_name_and_restored()
    {
        await using var company = await Company.StartAsync();
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        await window.SignInAsync();
        await company.MakeDirectoryAsync("fabrikam", "Fabrikam", "Fabrikam Group");
        await window.GoAsync("/admin/directories/fabrikam/settings");
        var state = window.Page.Locator(".page-head .state");

        await window.FillAsync("Why", "HiBob is being cleaned up");
        await window.PressAsync("Pause");
        await Expect(state).ToHaveTextAsync("Paused");
        await window.PressAsync("Resume");
        await Expect(state).Not.ToHaveTextAsync("Paused");

        var delete = window.Page.GetByRole(AriaRole.Button, new() { Name = "Delete directory", Exact = true });
        await window.FillAsync("Type \"Fabrikam\" to confirm", "Fabricam");
        await Expect(delete).ToBeDisabledAsync();
        await window.FillAsync("Type \"Fabrikam\" to confirm", "Fabrikam");
        await delete.ClickAsync();
        await Expect(state).ToHaveTextAsync("Being deleted");
        await window.PictureAsync("directory-deleting");
        await window.PressAsync("Restore the directory");
        await Expect(state).Not.ToHaveTextAsync("Being deleted");
    }

    [Fact]
    public async Task Settings_are_changed_again_and_again_and_each_part_shows_what_is_so()
    {
        await using var company = await Company.StartAsync();
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        await window.SignInAsync();
        await company.MakeDirectoryAsync("fabrikam", "Fabrikam", "Fabrikam Group");
        await window.GoAsync("/admin/directories/fabrikam/settings");
        using var api = company.Api();

        foreach (var days in (int[])[20, 25])
        {
            await window.Page.GetByLabel("Keep plans for so many days").FillAsync($"{days}");
            await window.PressAsync("Save the settings");
            await Expect(window.Page.GetByText("Saved. The next sync goes by it.").First).ToBeVisibleAsync();
            await JobProbe.UntilAsync(async () =>
                (await api.GetFromJsonAsync<JsonElement>("directories/fabrikam/settings", TestContext.Current.CancellationToken)).GetProperty("planDays").GetInt32() == days);
        }

        await window.Page.GetByLabel("Keep plans for so many days").FillAsync("");
        await window.PressAsync("Save the settings");
        await window.SaysAsync("Write a whole number here.");
        Assert.Empty(await window.ViolationsAsync());
        await window.PressAsync("Undo my changes");

        await window.FillAsync("Secret of the webhook", "a secret of thirty-two characters");
        await window.PressAsync("Save the secret");
        await window.SaysAsync("A secret is stored");
        await window.PressAsync("Remove the secret");
        await ConfirmAsync(window, "Remove the webhook secret", "Remove secret");
        await window.SaysAsync("No secret is stored");
    }

    [Fact]
    public async Task Two_admins_who_change_the_same_setting_see_each_others_change_before_one_takes_its_place()
    {
        await using var company = await Company.StartAsync();
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        await window.SignInAsync();
        await company.MakeDirectoryAsync("fabrikam", "Fabrikam", "Fabrikam Group");
        await window.GoAsync("/admin/directories/fabrikam/settings");
        await using var other = await Window.OpenAsync(chromium, company.App.Address);
        await other.SignInAsync();
        await other.GoAsync("/admin/directories/fabrikam/settings");
        await other.Page.GetByLabel("Keep plans for so many days").FillAsync("20");
        await other.Page.GetByLabel("Keep older versions for so many days").FillAsync("40");

        await window.Page.GetByLabel("Keep plans for so many days").FillAsync("31");
        await window.PressAsync("Save the settings");
        await window.SaysAsync("Saved. The next sync goes by it.");

        await other.SaysAsync("Somebody else saved these settings meanwhile");
        await other.SaysAsync("Keep plans for so many days: 31");
        await other.PictureAsync("settings-dispute");
        Assert.Empty(await other.ViolationsAsync());
        await other.PressAsync("Save mine over theirs");
        using var api = company.Api();
        await JobProbe.UntilAsync(async () =>
        {
            var settings = await api.GetFromJsonAsync<JsonElement>("directories/fabrikam/settings", TestContext.Current.CancellationToken);
            return (settings.GetProperty("planDays").GetInt32(), settings.GetProperty("historyDays").GetInt32()) == (20, 40);
        });

        // What is not saved is not lost by a slip.
        await other.Page.GetByLabel("Keep plans for so many days").FillAsync("21");
        await other.FollowAsync("Users");
        await other.SaysAsync("Leave without saving?");
        await other.PressAsync("Stay here");
        await Expect(other.Page.GetByLabel("Keep plans for so many days")).ToHaveValueAsync("21");
    }

    [Fact]
    public async Task A_directory_is_linked_by_its_form_linked_anew_and_unlinked_by_its_name()
    {
        await using var company = await Company.StartAsync();
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        await window.SignInAsync();
        await company.MakeDirectoryAsync("fabrikam", "Fabrikam", "Fabrikam Group");
        await window.GoAsync("/admin/directories/fabrikam/settings");
        var state = window.Page.Locator(".page-head .state");
        await LinkAsync();
        await Expect(state).ToHaveTextAsync("Linked", new() { Timeout = 60_000 });

        // Another time, as when a token is replaced: the form goes away when it is done.
        await window.PressAsync("Replace the credentials");
        await LinkAsync();
        await Expect(window.Page.GetByLabel("Service user id")).ToHaveCountAsync(0);

        await window.PressAsync("Unlink");
        await window.PictureAsync("unlink");
        Assert.Empty(await window.ViolationsAsync());
        await ConfirmAsync(window, "Unlink the directory", "Unlink directory");
        await Expect(state).ToHaveTextAsync("Not linked");
        await window.FollowAsync("Summary");
        await window.FollowAsync("Audit log of this directory");
        await window.HeadingAsync("Audit log");
        await window.SaysAsync("credentials.remove");
        await Expect(window.Page.GetByLabel("Directory's key")).ToHaveValueAsync("fabrikam");

        async Task LinkAsync()
        {
            await window.FillAsync("Service user id", company.HiBob.Options.ServiceUserId);
            await window.FillAsync("Token", company.HiBob.Options.Token);
            await window.PressAsync("Check and save");
            await Expect(window.Page.GetByText("Linked. The first sync was asked for.").First).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task A_viewer_sees_and_changes_nothing_and_loses_the_page_with_the_session()
    {
        await using var company = await Company.StartAsync();
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        await window.SignInAsync();
        await window.GoAsync("/admin/accounts");
        await window.FillAsync("User name", "vera");
        await window.PressAsync("Make the account");
        var password = await window.Page.GetByLabel("Password", new() { Exact = true }).InnerTextAsync();

        await using var theirs = await Window.OpenAsync(chromium, company.App.Address);
        await theirs.SignInAsync("vera", password);
        await theirs.ChangePasswordAsync(password);
        await theirs.HeadingAsync("Overview");
        await theirs.GoAsync("/admin/directories/acme");
        await Expect(theirs.Page.GetByRole(AriaRole.Button, new() { Name = "Sync now" })).ToHaveCountAsync(0);
        await theirs.GoAsync("/admin/directories/acme/settings");
        await Expect(theirs.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToHaveCountAsync(0);
        await Expect(theirs.Page.GetByRole(AriaRole.Button, new() { Name = "Delete directory" })).ToHaveCountAsync(0);
        await theirs.PictureAsync("viewer-settings");

        // Disabled by an admin while the page is open: it is gone within seconds.
        await window.GoAsync("/admin/accounts");
        await window.PressAsync("Disable vera");
        await theirs.HeadingAsync("Sign in");
        await window.PressAsync("Sign out");
        await window.HeadingAsync("Sign in");
    }

    /// <summary>Types the directory's name where a part of the page asks for it, and goes through with it.</summary>
    private static async Task ConfirmAsync(Window window, string title, string button)
    {
        var part = window.Page.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });
        await part.GetByLabel("Type \"Fabrikam\" to confirm").FillAsync("Fabrikam");
        await part.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }
}
