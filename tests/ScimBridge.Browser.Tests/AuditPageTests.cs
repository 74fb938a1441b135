using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScimBridge.Browser.Tests;

/// <summary>Finding what somebody did in the audit log.</summary>
public sealed class AuditPageTests(Chromium chromium)
{
    [Fact]
    public async Task What_is_looked_for_stands_in_the_address_and_survives_loading_and_going_back()
    {
        await using var company = await Company.StartAsync(people: 20);
        using var api = company.Api();
        using var made = await api.PostAsJsonAsync("directories", new { key = "fabrikam", name = "Fabrikam" }, TestContext.Current.CancellationToken);
        using var paused = await api.PostAsJsonAsync("directories/acme/pause", new { reason = "for a test" }, TestContext.Current.CancellationToken);
        await using var window = await Window.OpenAsync(chromium, company.App.Address);
        await window.SignInAsync();
        await window.GoAsync("/admin/audit");
        var rows = window.Page.Locator("table tbody tr");
        await window.SaysAsync("session.begin");
        await Expect(window.Page.Locator("datalist#actions option[value='directory.create']")).ToHaveCountAsync(1);
        await Expect(window.Page.GetByLabel("What, such as")).ToHaveAttributeAsync("list", "actions");

        await window.Page.GetByLabel("What, such as").FillAsync("directory");
        await Expect(rows).ToHaveCountAsync(2);
        await window.Page.GetByLabel("Who").FillAsync("api-key");
        await window.Page.GetByLabel("Directory's key").FillAsync("fabrikam");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows).ToContainTextAsync("directory.create");
        await Expect(window.Page).ToHaveURLAsync(new Regex(@"/admin/audit\?directory=fabrikam&actor=api-key&action=directory$"));

        await window.Page.ReloadAsync();
        await window.ReadyAsync();
        await ShowsTheSameAsync();
        await window.FollowAsync("Organizations");
        await window.HeadingAsync("Organizations");
        await window.Page.GoBackAsync();
        await window.HeadingAsync("Audit log");
        await ShowsTheSameAsync();
        await window.FollowAsync("Audit log");
        await window.SaysAsync("session.begin");
        await Expect(window.Page.GetByLabel("Who")).ToHaveValueAsync("");

        async Task ShowsTheSameAsync()
        {
            await Expect(rows).ToHaveCountAsync(1);
            await Expect(window.Page.GetByLabel("Who")).ToHaveValueAsync("api-key");
            await Expect(window.Page.GetByLabel("What, such as")).ToHaveValueAsync("directory");
            await Expect(window.Page.GetByLabel("Directory's key")).ToHaveValueAsync("fabrikam");
        }
    }
}
