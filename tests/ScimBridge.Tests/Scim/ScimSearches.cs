using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace ScimBridge.Tests.Scim;

/// <summary>What tests of queries have in common: searches by POST, and the parts of resources that predicates look at.</summary>
internal static class ScimSearches
{
    /// <summary>The schema of a search's body.</summary>
    public const string SearchRequest = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    /// <summary>The schema of an answer with several resources.</summary>
    public const string ListResponse = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    // Apostrophes and letters as they are, as people and the RFC write them.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Posts a search, whatever comes.</summary>
    public static async Task<HttpResponseMessage> TrySearchAsync(this HttpClient client, string path, string body, string mediaType = "application/scim+json")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        return await client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>Posts a search that must be answered.</summary>
    public static async Task<JsonObject> SearchAsync(this HttpClient client, string path, string body)
    {
        using var response = await client.TrySearchAsync(path, body);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{path} {body}: {(int)response.StatusCode} {text}");
        Assert.Equal("application/scim+json", response.Content.Headers.ContentType?.ToString());
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>A text as a filter has it.</summary>
    public static string Quoted(this string text) => JsonSerializer.Serialize(text, Plain);

    /// <summary>An attribute's text at a path of names; null when it is not there.</summary>
    public static string? TextAt(this JsonObject resource, params ReadOnlySpan<string> path)
    {
        JsonNode? node = resource;
        foreach (var name in path)
        {
            node = node?[name];
        }

        return (string?)node;
    }

    /// <summary>The values of a multi-valued attribute; none when it is not there.</summary>
    public static IEnumerable<JsonObject> ValuesOf(this JsonObject resource, string attribute) =>
        resource[attribute]?.AsArray().Select(value => value!.AsObject()) ?? [];

    /// <summary>The names of a resource's members.</summary>
    public static IEnumerable<string> Members(this JsonObject resource) => resource.Select(member => member.Key);
}
