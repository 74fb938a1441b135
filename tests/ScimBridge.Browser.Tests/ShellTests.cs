using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScimBridge.Browser.Tests;

/// <summary>What is around every page: its colours, and the word about a connection that is lost.</summary>
public sealed class ShellTests(Chromium chromium)
{
    private const string Light = "rgb(247, 247, 251)";
    private const string Dark = "rgb(21, 22, 31)";

    /// <summary>What a page is connected by.</summary>
    private static readonly Regex Road = new("/_blazor");

    [Theory]
    [InlineData(Look.Light, Light, Dark)]
    [InlineData(Look.Dark, Dark, Light)]
    public async Task The_chosen_colours_fill_the_window_whatever_the_system_wants(Look look, string before, string after)
    {
        await using var company = await Company.StartAsync(people: 20);
        await using var window = await Window.OpenAsync(chromium, company.App.Address, look);
        await window.SignInAsync();
        await window.GoAsync("/admin/organizations");
        await Expect(window.Page.Locator("html")).ToHaveCSSAsync("background-color", before);

        await window.PressAsync(look is Look.Dark ? "Light colours" : "Dark colours");
        await Expect(window.Page.Locator("html")).ToHaveCSSAsync("background-color", after);
        await window.GoAsync("/admin/organizations");

        await Expect(window.Page.Locator("html")).ToHaveCSSAsync("background-color", after);
        await window.PictureAsync($"chosen-colours-{look}");
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    public async Task A_lost_connection_is_said_plainly_and_comes_back_with_what_was_typed(Look look)
    {
        await using var company = await Company.StartAsync(people: 20);
        await using var window = await Window.OpenAsync(chromium, company.App.Address, look);
        await window.SignInAsync();
        await window.GoAsync("/admin/organizations");
        await window.FillAsync("Name of the organization", "Northwind");
        var dialog = window.Page.GetByRole(AriaRole.Dialog, new() { Name = "The connection to the server is lost" });

        await window.Page.RouteAsync(Road, route => route.AbortAsync());
        await window.Page.EvaluateAsync("() => Blazor._internal.forceCloseConnection()");
        await Expect(dialog).ToContainTextAsync("It comes back by itself.");
        await Expect(dialog.GetByRole(AriaRole.Heading)).ToBeFocusedAsync();
        Assert.Empty(await window.ViolationsAsync());
        await window.PictureAsync($"connection-lost-{look}");
        await window.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeVisibleAsync();
        await window.Page.UnrouteAsync(Road);

        await Expect(dialog).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Expect(window.Page.GetByLabel("Name of the organization")).ToHaveValueAsync("Northwind");
        await window.PressAsync("Make organization");
        await Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Northwind" })).ToBeVisibleAsync();
        window.ForgetComplaints();
    }

    [Fact]
    public async Task A_page_that_the_server_forgot_is_loaded_again_only_when_the_reader_says_so()
    {
        await using var company = await Company.StartAsync(people: 20);
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        await window.SignInAsync();
        await window.GoAsync("/admin/organizations");
        await window.FillAsync("Name of the organization", "Northwind");
        var dialog = window.Page.GetByRole(AriaRole.Dialog, new() { Name = "The connection to the server is lost" });

        company.App.Services.GetRequiredService<IOptions<CircuitOptions>>().Value.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMilliseconds(1);
        await window.Page.RouteAsync(Road, route => route.AbortAsync());
        await window.Page.EvaluateAsync("() => Blazor._internal.forceCloseConnection()");
        await Expect(dialog).ToContainTextAsync("It comes back by itself.");
        await window.Page.UnrouteAsync(Road);
        await Expect(dialog).ToContainTextAsync("what was typed and not saved is lost", new() { Timeout = 60_000 });
        window.ForgetComplaints();
        Assert.Empty(await window.ViolationsAsync());
        await window.PictureAsync("connection-over");
        await window.PressAsync("Look at the page first");
        await Expect(window.Page.GetByLabel("Name of the organization")).ToHaveValueAsync("Northwind");
        await window.PressAsync("Load the page again");

        await Expect(dialog).ToBeHiddenAsync();
        await Expect(window.Page.GetByLabel("Name of the organization")).ToHaveValueAsync("");
    }
}
