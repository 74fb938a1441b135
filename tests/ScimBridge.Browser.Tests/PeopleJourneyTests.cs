using System.Net;
using System.Net.Http.Headers;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScimBridge.Browser.Tests;

/// <summary>Finding people, changing what they are mapped to, and the tokens by which clients read them.</summary>
public sealed class PeopleJourneyTests(Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_is_found_as_one_types_and_explained()
    {
        await using var company = await Company.StartAsync();
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        var person = company.HiBob.Company.People[5];
        await window.SignInAsync();
        await window.GoAsync("/admin/directories/acme/users");

        await window.Page.GetByLabel("Search", new() { Exact = true }).PressSequentiallyAsync(person.Id);
        await Expect(window.Page.Locator("table tbody tr")).ToHaveCountAsync(1);
        await window.Page.Locator("table tbody tr a").First.ClickAsync();
        await Expect(window.Page.Locator("h1")).Not.ToContainTextAsync("Users");
        await window.ReadyAsync();
        await window.PictureAsync("user");
        Assert.Empty(await window.ViolationsAsync());
        await window.FollowAsync("Attributes and their sources");
        await window.SaysAsync("work.title");
        Assert.Empty(await window.ViolationsAsync());
        await window.PictureAsync("user-attributes");

        // A filter typed by hand says where it is wrong.
        await window.GoAsync("/admin/directories/acme/users");
        await window.Page.GetByText("SCIM filter").First.ClickAsync();
        await window.Page.GetByLabel("Filter", new() { Exact = true }).FillAsync("userName eq and title pr");
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Page.GetByText("^", new() { Exact = false }).First).ToBeVisibleAsync();
        await window.PictureAsync("users-filter-error");
    }

    [Fact]
    public async Task A_rule_is_changed_tried_out_on_a_person_and_saved()
    {
        await using var company = await Company.StartAsync();
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        await window.SignInAsync();
        await window.GoAsync("/admin/directories/acme/attributes");

        await window.PressAsync("Private e-mail address");
        await window.PressAsync("Done");
        await window.SaysAsync("Changed: ");
        await window.Page.GetByLabel("Search people by name, e-mail address or HiBob id").FillAsync(company.HiBob.Company.People[5].Id);
        await window.Page.Locator(".found button").First.ClickAsync();
        await window.SaysAsync("Shown: ");
        await window.ReadyAsync();
        await window.PictureAsync("attributes-draft");
        Assert.Empty(await window.ViolationsAsync());
        await window.Page.GetByLabel("Why, for whoever reads the history").FillAsync("The newsletter needs it");
        await window.PressAsync("Save the rules");

        await window.HeadingAsync("Sync");
        await Expect(window.Page.Locator("body")).ToContainTextAsync("Succeeded", new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task A_token_is_rotated_while_a_client_reads_and_the_client_never_notices()
    {
        await using var company = await Company.StartAsync();
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        await window.SignInAsync();
        await window.GoAsync("/admin/directories/acme/tokens");
        var old = await MakeAsync(window);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var answers = ReadAsync(company.App.Address, old, stop.Token);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Rotate Entra" }).ClickAsync();
        await window.PressAsync("Rotate the token");
        await window.SaysAsync("The token before it works on until");
        var next = await SecretAsync(window);
        await window.PressAsync("I have stored it");
        Assert.NotEqual(old, next);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(company.App.Address, next, Ct));
        await stop.CancelAsync();
        Assert.All(await answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
    }

    private static async Task<string> MakeAsync(Window window)
    {
        await window.PressAsync("Make a token");
        await window.Page.GetByLabel("Name, such as the client that is to have it").FillAsync("Entra");
        await window.PressAsync("Make the token");
        var secret = await SecretAsync(window);
        await window.PressAsync("I have stored it");
        return secret;
    }

    private static Task<string> SecretAsync(Window window) => window.Page.Locator(".copied input").First.InputValueAsync();

    private static async Task<List<HttpStatusCode>> ReadAsync(string address, string token, CancellationToken stop)
    {
        var answers = new List<HttpStatusCode>();
        while (!stop.IsCancellationRequested)
        {
            answers.Add(await StatusAsync(address, token, Ct));
        }

        return answers;
    }

    private static async Task<HttpStatusCode> StatusAsync(string address, string token, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.GetAsync($"{address}/scim/v2/Users?count=1", cancellationToken);
        return response.StatusCode;
    }
}
