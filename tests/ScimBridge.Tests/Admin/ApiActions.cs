using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace ScimBridge.Tests.Admin;

/// <summary>What clients of the admin API do with accounts and keys.</summary>
internal static class ApiActions
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Makes an account, which must work.</summary>
    /// <returns>Its password.</returns>
    public static async Task<string> MakeAccountAsync(this AdminTestHost host, string name, string role = "admin", string? password = null)
    {
        using var response = await host.Api().PostAsJsonAsync("api/v1/accounts", new { name, role, password }, Ct);
        var made = await response.JsonAsync(HttpStatusCode.Created);
        return made.GetProperty("password").GetString() ?? password!;
    }

    /// <summary>Makes an account and signs in with it, its password changed.</summary>
    public static async Task<HttpClient> SignedInAsync(this AdminTestHost host, string name, string role)
    {
        var first = await host.MakeAccountAsync(name, role);
        var browser = host.Browser();
        using var signedIn = await browser.SignInAsync(Ct, first, name);
        using var changed = await browser.ChangePasswordAsync(first, "a password of my own");
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        return browser;
    }

    /// <summary>Makes an API key, which must work.</summary>
    public static async Task<string> MakeKeyAsync(this AdminTestHost host, string name, string role) =>
        (await host.MakeKeyAsync((object)new { name, role })).GetProperty("key").GetString()!;

    /// <summary>Makes an API key, which must work.</summary>
    public static async Task<JsonElement> MakeKeyAsync(this AdminTestHost host, object body)
    {
        using var response = await host.Api().PostAsJsonAsync("api/v1/api-keys", body, Ct);
        return await response.JsonAsync(HttpStatusCode.Created);
    }

    /// <summary>Changes an account on the revision that it has.</summary>
    public static async Task<HttpResponseMessage> ChangeAccountAsync(
        this AdminTestHost host, string name, string role, bool disabled, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"api/v1/accounts/{name}") { Content = JsonContent.Create(new { role, disabled }) };
        request.Headers.TryAddWithoutValidation("If-Match", tag ?? await host.TagAsync(name));
        return await host.Api().SendAsync(request, Ct);
    }

    /// <summary>Removes an account of the revision that it has.</summary>
    public static async Task<HttpResponseMessage> DeleteAccountAsync(this AdminTestHost host, string name, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"api/v1/accounts/{name}");
        request.Headers.TryAddWithoutValidation("If-Match", tag ?? await host.TagAsync(name));
        return await host.Api().SendAsync(request, Ct);
    }

    /// <summary>The entity tag of an account.</summary>
    public static async Task<string> TagAsync(this AdminTestHost host, string name)
    {
        using var response = await host.Api().GetAsync($"api/v1/accounts/{name}", Ct);
        return response.Headers.ETag?.ToString() ?? "";
    }

    /// <summary>The audit log, the newest entry first, as its actions with whom and what they were done to.</summary>
    public static async Task<IReadOnlyList<string>> AuditedAsync(this AdminTestHost host, string query = "count=200")
    {
        var entries = await host.Api().GetFromJsonAsync<JsonElement>($"api/v1/audit?{query}", Ct);
        return [.. entries.EnumerateArray().Select(entry => $"{entry.Text("actor")} {entry.Text("action")} {entry.Text("target")}".TrimEnd())];
    }

    /// <summary>The body of an answer that must have the status.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(status == response.StatusCode, $"{(int)response.StatusCode}: {text}");
        return JsonElement.Parse(text);
    }

    /// <summary>What a problem says.</summary>
    public static async Task<string> ProblemAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        var problem = await response.JsonAsync(status);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return problem.Text("detail")!;
    }

    /// <summary>A member's text.</summary>
    public static string? Text(this JsonElement element, string member) => element.GetProperty(member).GetString();
}
