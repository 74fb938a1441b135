using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using ScimBridge.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScimBridge.Browser.Tests;

/// <summary>A browser window on a server, as somebody uses it.</summary>
internal sealed partial class Window : IAsyncDisposable
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
    };

    private readonly IBrowserContext context;
    private readonly string address;
    private readonly List<string> complaints = [];

    private Window(IBrowserContext context, IPage page, string address) => (this.context, Page, this.address) = (context, page, address);

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What went wrong in the browser: scripts that failed, what the content policy refused, requests to elsewhere, answers that are errors of the server's.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Opens a window in which nobody is signed in.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="address">The server.</param>
    /// <param name="look">How it looks.</param>
    public static async Task<Window> OpenAsync(Chromium chromium, string address, Look look = Look.Light)
    {
        var context = await chromium.OpenAsync(new BrowserNewContextOptions
        {
            ViewportSize = look is Look.Phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1280, Height = 900 },
            ColorScheme = look is Look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var window = new Window(context, await context.NewPageAsync(), address);
        window.Page.PageError += (_, error) => window.complaints.Add(error);
        window.Page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of 4", StringComparison.Ordinal))
            {
                window.complaints.Add(message.Text);
            }
        };
        window.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith($"{address}/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                window.complaints.Add($"A request left the server: {request.Url}");
            }
        };
        window.Page.Response += (_, response) =>
        {
            if (response.Status >= 500)
            {
                window.complaints.Add($"{response.Status} {response.Url}");
            }
        };
        return window;
    }

    /// <summary>Signs in through the form.</summary>
    public async Task SignInAsync(string userName = "admin", string password = ScimBridgeApp.AdminPassword)
    {
        await Page.GotoAsync($"{address}/signin");
        await Page.GetByLabel("User name").FillAsync(userName);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>Changes a password that somebody else knows, on the page that asks for that.</summary>
    public async Task ChangePasswordAsync(string current)
    {
        const string Own = "a password of my own 1";
        await FillAsync("Current password", current);
        await FillAsync("New password", Own);
        await FillAsync("New password again", Own);
        await PressAsync("Change password");
    }

    /// <summary>Goes to a page by its address, and waits until it has its heading and nothing is loading.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync($"{address}{path}");
        await ReadyAsync();
    }

    /// <summary>Forgets what the browser complained of until now, where a test meant it to.</summary>
    public void ForgetComplaints() => complaints.Clear();

    /// <summary>Waits until the page has its heading and nothing is loading.</summary>
    public async Task ReadyAsync()
    {
        await Expect(Page.Locator("h1")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);
    }

    /// <summary>Waits for a heading that says this.</summary>
    public Task HeadingAsync(string text) =>
        Expect(Page.Locator("h1")).ToContainTextAsync(text);

    /// <summary>Waits until the page says this somewhere.</summary>
    public Task SaysAsync(string text) => Expect(Page.Locator("body")).ToContainTextAsync(text);

    /// <summary>Presses a button by its name.</summary>
    public Task PressAsync(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Follows a link by its name.</summary>
    public Task FollowAsync(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();

    /// <summary>Fills a field by its label, as somebody would: key by key.</summary>
    public async Task FillAsync(string label, string text)
    {
        var field = Page.GetByLabel(label, new() { Exact = true });
        await field.ClickAsync();
        await field.FillAsync(text);
    }

    /// <summary>Opens every part that is folded away.</summary>
    public async Task OpenDetailsAsync() =>
        await Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(part => part.open = true)");

    /// <summary>What WCAG 2 A and AA forbid and the page does; nothing, if it is as it should be.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync()
    {
        // A colour on its way from one to another has neither's contrast.
        await Page.EvaluateAsync("() => Promise.all(document.getAnimations().filter(a => a.effect?.getComputedTiming().iterations !== Infinity).map(a => a.finished.catch(() => {})))");
        var found = await Page.RunAxe(Wcag);
        return [.. found.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html}"))];
    }

    /// <summary>Keeps a picture of the page for people to look at, in <c>artifacts/screenshots</c>.</summary>
    public async Task PictureAsync(string name)
    {
        var top = await Page.EvaluateAsync<double>("() => scrollY");
        await Page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Pictures.Folder, $"{FileName().Replace(name, "-")}.png"),
            FullPage = true,
        });

        // For the picture the window was as high as the page, and Chromium is not sure afterwards how far it is scrolled: a click would miss its button.
        await Page.EvaluateAsync(
            "top => new Promise(done => { scrollTo(0, 0); requestAnimationFrame(() => { scrollTo(0, top); requestAnimationFrame(done); }); })", top);
    }

    /// <summary>Closes the window; a test that nothing else failed fails if the browser complained.</summary>
    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        if (TestContext.Current.TestState?.Result is not TestResult.Failed)
        {
            Assert.Empty(complaints);
        }
    }

    [GeneratedRegex("[^a-zA-Z0-9-]+")]
    private static partial Regex FileName();
}
