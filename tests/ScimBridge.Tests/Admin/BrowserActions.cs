using System.Text.RegularExpressions;
using Xunit;

namespace ScimBridge.Tests.Admin;

/// <summary>What somebody does in a browser.</summary>
internal static partial class BrowserActions
{
    /// <summary>Fills in the sign-in form and sends it.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(
        this HttpClient browser, CancellationToken cancellationToken, string password = AdminTestHost.Password, string userName = "admin", string returnUrl = "")
    {
        var page = await browser.GetStringAsync($"signin?returnUrl={Uri.EscapeDataString(returnUrl)}", cancellationToken);
        return await browser.PostFormAsync(
            "signin",
            cancellationToken,
            (HiddenField().Match(page).Groups[1].Value, HiddenField().Match(page).Groups[2].Value),
            ("returnUrl", returnUrl), ("userName", userName), ("password", password));
    }

    /// <summary>Fills in the form that changes the password and sends it.</summary>
    public static async Task<HttpResponseMessage> ChangePasswordAsync(
        this HttpClient browser, string current, string password, string? repeated = null, string returnUrl = "")
    {
        var field = HiddenField().Match(await browser.GetStringAsync("signin/password", TestContext.Current.CancellationToken));
        return await browser.PostFormAsync(
            "signin/password",
            TestContext.Current.CancellationToken,
            (field.Groups[1].Value, field.Groups[2].Value), ("returnUrl", returnUrl),
            ("password", current), ("newPassword", password), ("repeated", repeated ?? password));
    }

    /// <summary>Presses the sign-out button.</summary>
    public static async Task<HttpResponseMessage> SignOutAsync(this HttpClient browser, CancellationToken cancellationToken)
    {
        var field = HiddenField().Match(await browser.GetStringAsync("signin/password", cancellationToken));
        return await browser.PostFormAsync("signout", cancellationToken, (field.Groups[1].Value, field.Groups[2].Value));
    }

    /// <summary>The header with the token that the Hangfire dashboard's script sends.</summary>
    public static async Task<(string Name, string Value)> DashboardTokenAsync(this HttpClient browser, CancellationToken cancellationToken)
    {
        var page = await browser.GetStringAsync("hangfire/recurring", cancellationToken);
        return (MetaHeader().Match(page).Groups[1].Value, MetaToken().Match(page).Groups[1].Value);
    }

    /// <summary>Sends a form.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient browser, string path, CancellationToken cancellationToken, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await browser.PostAsync(path, form, cancellationToken);
    }

    /// <summary>Sends a form with more headers.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient browser, string path, IEnumerable<(string Name, string Value)> headers, (string Name, string Value) field,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create(field.Name, field.Value)]);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await browser.SendAsync(request, cancellationToken);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex HiddenField();

    [GeneratedRegex("<meta name=\"csrf-header\" content=\"([^\"]*)\"")]
    private static partial Regex MetaHeader();

    [GeneratedRegex("<meta name=\"csrf-token\" content=\"([^\"]*)\"")]
    private static partial Regex MetaToken();
}
