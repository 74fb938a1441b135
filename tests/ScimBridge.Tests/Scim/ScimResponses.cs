using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace ScimBridge.Tests.Scim;

/// <summary>What a SCIM client does with answers.</summary>
internal static class ScimResponses
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Gets a document, which must be there and of the one media type without a charset.</summary>
    public static async Task<JsonObject> GetScimAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {(int)response.StatusCode} {text}");
        Assert.Equal("application/scim+json", response.Content.Headers.ContentType?.ToString());
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>Gets a path, whatever comes.</summary>
    public static Task<HttpResponseMessage> TryGetAsync(this HttpClient client, string path) => client.GetAsync(new Uri(path, UriKind.Relative), Ct);

    /// <summary>Gets the resources that match a filter.</summary>
    public static Task<JsonObject> FilterAsync(this HttpClient client, string endpoint, string filter) =>
        client.GetScimAsync($"{endpoint}?count=1000&filter={Uri.EscapeDataString(filter)}");

    /// <summary>The ids of a list's resources in their order.</summary>
    public static List<string> Ids(this JsonObject list) => [.. list["Resources"]!.AsArray().Select(resource => (string)resource!["id"]!)];

    /// <summary>The resources of a list.</summary>
    public static List<JsonObject> Resources(this JsonObject list) => [.. list["Resources"]!.AsArray().Select(resource => resource!.AsObject())];

    /// <summary>Checks the whole of an error as the other overload does, and disposes the answer.</summary>
    /// <returns>The detail without the sentence that names the request.</returns>
    public static async Task<string> ShouldBeScimErrorAsync(this Task<HttpResponseMessage> sent, int status, string? scimType = null)
    {
        using var response = await sent;
        return await response.ShouldBeScimErrorAsync(status, scimType);
    }

    /// <summary>Checks the whole of an error (RFC 7644 section 3.12), and that it names the request.</summary>
    /// <returns>The detail without the sentence that names the request.</returns>
    public static async Task<string> ShouldBeScimErrorAsync(
        this HttpResponseMessage response, int status, string? scimType = null, string mediaType = "application/scim+json")
    {
        var text = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} {text} for {Shortened(response.RequestMessage?.RequestUri)}");
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.ToString());
        using var body = JsonDocument.Parse(text);
        var members = body.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        string[] expected = scimType is null ? ["detail", "schemas", "status"] : ["detail", "schemas", "scimType", "status"];
        Assert.Equal(expected, members.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("urn:ietf:params:scim:api:messages:2.0:Error", Assert.Single(members["schemas"].EnumerateArray()).GetString());
        Assert.Equal(status.ToString(CultureInfo.InvariantCulture), members["status"].GetString());
        Assert.Equal(scimType, members.TryGetValue("scimType", out var type) ? type.GetString() : null);
        var detail = Assert.IsType<string>(members["detail"].GetString());
        var request = $" Request {Assert.Single(response.Headers.GetValues("X-Request-Id"))}.";
        Assert.EndsWith(request, detail, StringComparison.Ordinal);
        return detail[..^request.Length];
    }

    private static string Shortened(Uri? url) => url?.AbsoluteUri is { Length: > 200 } text ? text[..200] : $"{url}";
}
