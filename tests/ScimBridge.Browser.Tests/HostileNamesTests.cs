using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScimBridge.Browser.Tests;

/// <summary>Names that attack: every page shows them as the text that they are, stays as wide as its window, and lets none turn around what stands beside it.</summary>
public sealed class HostileNamesTests(Chromium chromium)
{
    /// <summary>What of a page is not as it should be; a foreign name has a box of its own, or stands with other such names alone.</summary>
    private const string Faults = """
        names => {
            const faults = [];
            const shorten = text => text.replace(/\s+/g, ' ').trim().slice(0, 160);
            if (window.hacked !== undefined) faults.push('A name ran as script.');
            if (document.documentElement.scrollWidth > innerWidth) faults.push(`${document.documentElement.scrollWidth} wide in a window of ${innerWidth}`);
            for (const link of document.querySelectorAll('a')) if (/^\s*javascript:/i.test(link.href)) faults.push(`A name is a link: ${link.href}`);
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
                const text = texts.currentNode;
                if (!names.some(name => text.data.includes(name)) || text.parentElement.closest('script, textarea, option, pre, td.mono')) continue;
                let box = text.parentElement;
                while (getComputedStyle(box).display === 'inline') box = box.parentElement;
                const rest = names.reduce((left, name) => left.replaceAll(name, ' '), box.textContent);
                if (/[\p{L}\p{N}]/u.test(rest)) faults.push(`Not isolated: ${box.tagName} ${shorten(rest)}`);
            }
            return [...new Set(faults)];
        }
        """;

    private static readonly string[] LongestFirst =
        [.. HostileNames.All.Append(HostileNames.LongGiven).Append(HostileCompany.Filter).OrderByDescending(name => name.Length)];

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Phone)]
    public async Task Every_page_shows_names_that_attack_as_text_and_apart_from_what_stands_beside_them(Look look)
    {
        await using var company = await HostileCompany.StartAsync();
        await using var window = await Window.OpenAsync(chromium, company.App.Address, look);
        var faults = new List<string>();
        await window.SignInAsync();

        async Task LookAsync(string name, params IEnumerable<string> shown)
        {
            await window.ReadyAsync();
            await window.PictureAsync($"hostile-{name}-{look}");
            faults.AddRange((await window.Page.EvaluateAsync<string[]>(Faults, LongestFirst)).Select(fault => $"{name}: {fault}"));
            var text = await window.Page.Locator("body").TextContentAsync() ?? "";
            faults.AddRange(shown.Where(part => !text.Contains(part, StringComparison.Ordinal)).Select(part => $"{name}: does not show {part}"));
        }

        async Task VisitAsync(string name, string path, params IEnumerable<string> shown)
        {
            await window.GoAsync(path);
            await LookAsync(name, shown);
        }

        await VisitAsync("overview", "/admin", HostileNames.Worst, HostileNames.LongGiven);
        await VisitAsync("organizations", "/admin/organizations", HostileNames.Worst, HostileNames.LongGiven, HostileNames.All[2]);
        var organizations = await HrefsAsync(window);
        foreach (var (index, path) in organizations.Index())
        {
            await VisitAsync($"organization-{index}", path);
            await VisitAsync($"organization-{index}-add", $"{path}/add");
        }

        const string Directory = "/admin/directories/acme";
        await VisitAsync("directory", Directory, HostileNames.Worst);
        await VisitAsync("users", $"{Directory}/users", HostileNames.All);
        await VisitAsync("users-searched", $"{Directory}/users?q={Uri.EscapeDataString("<script>window.hacked=1</script>")}", HostileNames.All[2]);
        await VisitAsync("users-filter", $"{Directory}/users?filter={Uri.EscapeDataString("title eq \"<script>window.hacked=1</script>\" and")}", "<script>window.hacked=1</script>");
        foreach (var name in (string[])[HostileNames.Worst, HostileNames.Long, HostileNames.All[^1]])
        {
            var index = HostileNames.All.Index().First(one => one.Item == name).Index;
            await window.GoAsync($"{Directory}/users?q={HostileCompany.IdOf(index)}");
            await window.Page.Locator("table tbody tr a").First.ClickAsync();
            await Expect(window.Page.Locator(".page-head").GetByRole(AriaRole.Button, new() { Name = "Forget this person" })).ToBeVisibleAsync();
            var user = new Uri(window.Page.Url).AbsolutePath;
            await LookAsync($"user-{index}", name);
            await VisitAsync($"user-{index}-attributes", $"{user}/attributes", name);
            await VisitAsync($"user-{index}-json", $"{user}/json");
            await window.GoAsync($"{user}/history");
            await window.OpenDetailsAsync();
            await LookAsync($"user-{index}-history", name);
            await window.PressAsync("Forget this person");
            await Expect(window.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            await LookAsync($"user-{index}-forget");
        }

        await VisitAsync("groups", $"{Directory}/groups?source=department", HostileNames.All);
        foreach (var name in (string[])[HostileNames.Worst, HostileNames.Long])
        {
            await window.GoAsync($"{Directory}/groups");
            await window.Page.Locator("table tbody tr a").Filter(new() { HasText = name }).Last.ClickAsync();
            await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Members" })).ToBeVisibleAsync();
            var group = new Uri(window.Page.Url).AbsolutePath;
            await LookAsync($"group-{name.Length}", name);
            await VisitAsync($"group-{name.Length}-json", $"{group}/json");
            await VisitAsync($"group-{name.Length}-history", $"{group}/history", name);
        }

        await VisitAsync("syncs", $"{Directory}/syncs", HostileNames.Worst);
        var runs = await HrefsAsync(window);
        foreach (var (index, path) in runs.Index())
        {
            await VisitAsync($"sync-{index}", path);
        }

        await window.GoAsync(runs[0]);
        await window.SaysAsync("It waits for a decision");
        await window.FillAsync("Reason", HostileNames.Worst);
        await window.PressAsync("Reject the plan");
        await window.SaysAsync("nothing of it was applied");
        await LookAsync("plan-rejected", HostileNames.Worst);
        await VisitAsync("health", $"{Directory}/health");
        await VisitAsync("settings", $"{Directory}/settings", HostileNames.Worst);
        await VisitAsync("settings-of-long", "/admin/directories/long/settings", HostileNames.Worst, HostileNames.LongGiven);
        await VisitAsync("directory-of-long", "/admin/directories/long", HostileNames.Worst, HostileNames.LongGiven);
        await VisitAsync("audit", "/admin/audit", HostileNames.Worst);
        await window.GoAsync("/admin/accounts");
        await window.Page.GetByRole(AriaRole.Region, new() { Name = "API keys", Exact = true }).GetByRole(AriaRole.Button).First.ClickAsync();
        await LookAsync("accounts", HostileNames.Worst, HostileNames.LongGiven);
        await TokensAsync(window, LookAsync);
        await RulesAsync(window, LookAsync);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task The_page_of_a_setup_link_shows_names_that_attack_as_text_and_apart()
    {
        await using var company = await Company.StartAsync(people: 20);
        await company.MakeDirectoryAsync("worst", HostileNames.Worst, HostileNames.Worst);
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        await window.SignInAsync();
        await window.GoAsync("/admin/directories/worst/settings");
        await window.PressAsync("Make a setup link");
        var link = await window.Page.GetByLabel("Setup link", new() { Exact = true }).InnerTextAsync();

        await using var theirs = await Window.OpenAsync(chromium, company.App.Address, Look.Phone);
        await theirs.Page.GotoAsync(link);
        Assert.Empty(await theirs.Page.EvaluateAsync<string[]>(Faults, LongestFirst));
        await theirs.FillAsync("ID of the service user", HostileNames.Worst);
        await theirs.FillAsync("Token of the service user", HostileNames.Worst);
        await theirs.PressAsync("Check and link");
        await Expect(theirs.Page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        Assert.Empty(await theirs.Page.EvaluateAsync<string[]>(Faults, LongestFirst));
        await theirs.Page.GotoAsync($"{company.App.Address}/setup/{Uri.EscapeDataString(HostileNames.Worst)}");
        Assert.Empty(await theirs.Page.EvaluateAsync<string[]>(Faults, LongestFirst));
        Assert.DoesNotContain("hacked", await theirs.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task TokensAsync(Window window, Func<string, IEnumerable<string>, Task> look)
    {
        var worst = window.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = HostileNames.Worst });
        await window.GoAsync("/admin/directories/acme/tokens");
        await look("tokens", [HostileNames.Worst, HostileNames.LongGiven]);
        await worst.First.GetByText("Revoke", new() { Exact = true }).ClickAsync();
        await look("token-revoke", []);
        await worst.First.GetByText("Rotate", new() { Exact = true }).ClickAsync();
        await window.PressAsync("Rotate the token");
        await window.SaysAsync("The token before it works on until");
        await look("token-rotated", [HostileNames.Worst]);
        await window.PressAsync("I have stored it");
    }

    private static async Task RulesAsync(Window window, Func<string, IEnumerable<string>, Task> look)
    {
        await window.GoAsync("/admin/directories/acme/attributes");
        await window.PressAsync("Change kit");
        await look("rule", []);
        await window.PressAsync("Done");
        await window.PressAsync("Private e-mail address");
        await window.PressAsync("Done");
        await window.Page.GetByLabel("Search people by name, e-mail address or HiBob id").FillAsync(HostileCompany.IdOf(0));
        await window.Page.Locator(".found button").First.ClickAsync();
        await window.SaysAsync("Shown: ");
        await window.Page.GetByLabel("Only what changes").UncheckAsync();
        await look("attributes-preview", [HostileNames.Worst]);
        foreach (var part in (string[])["Users", "Groups", "All rules as JSON", "Revisions"])
        {
            await window.PressAsync(part);
            await look($"attributes-{part}", []);
        }
    }

    /// <summary>Where the links of the page's table lead.</summary>
    private static Task<string[]> HrefsAsync(Window window) =>
        window.Page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('table tbody a')].map(link => new URL(link.href).pathname))]");
}
