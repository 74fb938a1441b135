using Xunit;

namespace ScimBridge.Browser.Tests;

/// <summary>Every page in each look: no violation of WCAG 2 A and AA, nothing that the browser complains of, and a picture to look at.</summary>
public sealed class EveryPageTests(Chromium chromium)
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("overview", "/admin"),
        ("directory", "/admin/directories/acme"),
        ("users", "/admin/directories/acme/users"),
        ("groups", "/admin/directories/acme/groups"),
        ("syncs", "/admin/directories/acme/syncs"),
        ("attributes", "/admin/directories/acme/attributes"),
        ("health", "/admin/directories/acme/health"),
        ("tokens", "/admin/directories/acme/tokens"),
        ("settings", "/admin/directories/acme/settings"),
        ("organizations", "/admin/organizations"),
        ("organization", "/admin/organizations/1"),
        ("add-directory", "/admin/organizations/1/add"),
        ("accounts", "/admin/accounts"),
        ("audit", "/admin/audit"),
        ("password", "/signin/password"),
        ("api-reference", "/openapi"),
        ("not-found", "/admin/nothing-here"),
    ];

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.Phone)]
    public async Task Every_page_is_accessible(Look look)
    {
        await using var company = await Company.StartAsync();
        await using var window = await Window.OpenAsync(chromium, company.App.Address, look);
        await window.SignInAsync();
        var violations = new List<string>();

        foreach (var (name, path) in Pages)
        {
            await window.GoAsync(path);
            await window.PictureAsync($"{name}-{look}");
            violations.AddRange((await window.ViolationsAsync()).Select(violation => $"{path} {violation}"));
        }

        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }
}
