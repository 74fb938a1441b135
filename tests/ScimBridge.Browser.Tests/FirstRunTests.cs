using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScimBridge.Browser.Tests;

/// <summary>From the console's password to a linked directory, by the pages alone, with each way in which linking fails.</summary>
public sealed class FirstRunTests(Chromium chromium)
{
    [Fact]
    public async Task An_empty_store_leads_from_the_consoles_password_to_a_linked_directory()
    {
        await using var server = await UnlinkedServer.StartAsync();
        await using var window = await Window.OpenAsync(chromium, server.Address);

        await window.SignInAsync("admin", server.Password);
        await window.HeadingAsync("Change your password");
        await window.PictureAsync("first-run-password");
        Assert.Empty(await window.ViolationsAsync());
        await window.ChangePasswordAsync(server.Password);

        await window.HeadingAsync("Overview");
        await window.SaysAsync("There is no directory yet");
        await window.PictureAsync("first-run-welcome");
        Assert.Empty(await window.ViolationsAsync());
        await window.FillAsync("Name of the organization", "Northwind");
        await window.PressAsync("Go on");

        await window.HeadingAsync("Add a directory");
        await window.FillAsync("Name of the directory", "Northwind Traders");
        await Expect(window.Page.GetByLabel("Key", new() { Exact = true })).ToHaveValueAsync("northwind-traders");
        Assert.Empty(await window.ViolationsAsync());
        await window.PictureAsync("first-run-directory");
        await window.PressAsync("Go on");

        await LinkAsync(window, server, server.HiBob.Options.ServiceUserId, "not the token", "Failed: Service user.");
        Assert.Empty(await window.ViolationsAsync());
        await window.PictureAsync("link-wrong-token");

        server.HiBob.Permissions.InGroup = false;
        await LinkAsync(window, server, server.HiBob.Options.ServiceUserId, server.HiBob.Options.Token, "Failed: Permission group.");
        server.HiBob.Permissions.GrantAll();

        server.HiBob.Permissions.AudienceIds = new HashSet<string>(StringComparer.Ordinal);
        await LinkAsync(window, server, server.HiBob.Options.ServiceUserId, server.HiBob.Options.Token, "Failed: Audience.");
        server.HiBob.Permissions.GrantAll();

        server.HiBob.Permissions.RemoveCategories("lifecycle");
        await LinkAsync(window, server, server.HiBob.Options.ServiceUserId, server.HiBob.Options.Token, "Failed: Lifecycle section.");
        server.HiBob.Permissions.GrantAll();

        await window.FillAsync("HiBob's address", "https://169.254.169.254/v1");
        await window.PressAsync("Check and save");
        await window.SaysAsync("Not linked: nothing was stored.");
        await window.PictureAsync("link-wrong-host");

        await EnterAsync(window, server, server.HiBob.Options.ServiceUserId, server.HiBob.Options.Token);
        await window.HeadingAsync("Northwind Traders: Summary");
        await Expect(window.Page.Locator(".page-head .state")).ToHaveTextAsync("Linked", new() { Timeout = 60_000 });
        await window.PictureAsync("first-run-linked");
        await window.FollowAsync("Users");
        await window.HeadingAsync("Northwind Traders: Users");
        await Expect(window.Page.Locator("table tbody tr").First).ToBeVisibleAsync();
    }

    private static async Task LinkAsync(Window window, UnlinkedServer server, string id, string token, string says)
    {
        await EnterAsync(window, server, id, token);
        await window.SaysAsync("Not linked: nothing was stored.");
        await Expect(window.Page.Locator(".steps .state-bad")).ToContainTextAsync(says);
    }

    private static async Task EnterAsync(Window window, UnlinkedServer server, string id, string token)
    {
        await window.FillAsync("Service user id", id);
        await window.FillAsync("Token", token);
        await window.FillAsync("HiBob's address", server.HiBob.BaseUrl.AbsoluteUri);
        await window.PressAsync("Check and save");
    }
}
