using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace ScimBridge.Tests.Directories;

/// <summary>What admins do with tokens, and clients that hold them.</summary>
internal static class TokenActions
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A client of the admin API, below its base.</summary>
    public static HttpClient AdminApi(this ScimBridgeApp app) => app.Bearing(ScimBridgeApp.ApiKey, "/api/v1/");

    /// <summary>A client with a token, below the SCIM base URL.</summary>
    public static HttpClient Scimming(this ScimBridgeApp app, string token) => app.Bearing(token, "/scim/v2/");

    /// <summary>A client with a token, below a path of the server.</summary>
    public static HttpClient Bearing(this ScimBridgeApp app, string token, string path)
    {
        var client = new HttpClient { BaseAddress = new Uri(app.Address + path) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Makes a token of <c>acme</c>, which must work.</summary>
    public static Task<(string Token, Guid Id)> MakeTokenAsync(this ScimBridgeApp app, string name, params string[] scopes) =>
        app.MakeTokenAsync("acme", new { name, scopes });

    /// <summary>Makes a token, which must work.</summary>
    public static async Task<(string Token, Guid Id)> MakeTokenAsync(this ScimBridgeApp app, string directory, object body)
    {
        using var api = app.AdminApi();
        using var response = await api.PostAsJsonAsync($"directories/{directory}/tokens", body, Ct);
        return await MadeAsync(response);
    }

    /// <summary>Rotates a token of <c>acme</c>, which must work.</summary>
    public static async Task<(string Token, Guid Id)> RotateTokenAsync(this ScimBridgeApp app, Guid id, int overlapHours)
    {
        using var api = app.AdminApi();
        using var response = await api.PostAsJsonAsync($"directories/acme/tokens/{id}/rotate", new { overlapHours }, Ct);
        return await MadeAsync(response);
    }

    /// <summary>A token of <c>acme</c> as the admin API shows it.</summary>
    public static async Task<JsonElement> TokenAsync(this ScimBridgeApp app, Guid id)
    {
        using var api = app.AdminApi();
        return await api.GetFromJsonAsync<JsonElement>($"directories/acme/tokens/{id}", Ct);
    }

    /// <summary>The status of a read.</summary>
    public static async Task<int> StatusAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Ct);
        return (int)response.StatusCode;
    }

    /// <summary>What an answer says that made a token: the token and its id.</summary>
    public static async Task<(string Token, Guid Id)> MadeAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.StatusCode == HttpStatusCode.Created, $"{(int)response.StatusCode} {text}");
        var made = JsonElement.Parse(text);
        var id = made.GetProperty("details").GetProperty("id").GetGuid();
        Assert.EndsWith($"/tokens/{id}", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        return (made.GetProperty("token").GetString()!, id);
    }
}
