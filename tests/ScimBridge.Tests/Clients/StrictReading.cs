using System.Text.Json;
using System.Text.Json.Nodes;
using ScimBridge.Tests.Scim;
using Xunit;

namespace ScimBridge.Tests.Clients;

/// <summary>How the strictest clients seen so far read an answer; each check is one at which some client stopped.</summary>
internal static class StrictReading
{
    /// <summary>Gets a list and checks it as they do.</summary>
    public static async Task<JsonObject> ListStrictlyAsync(this HttpClient client, string path)
    {
        // Which also wants exactly application/scim+json, without a charset.
        var list = await client.GetScimAsync(path);
        Assert.Equal(ScimSearches.ListResponse, (string)Assert.Single(list["schemas"]!.AsArray())!);
        Assert.All((string[])["totalResults", "startIndex", "itemsPerPage"], member => Assert.Matches("^[0-9]+$", list[member]!.ToJsonString()));
        Assert.IsType<JsonArray>(list["Resources"]);
        Assert.Equal((int)list["itemsPerPage"]!, list.Resources().Count);
        Assert.All(list.Resources(), ShouldBeReadable);
        return list;
    }

    /// <summary>Gets one resource and checks it as they do.</summary>
    public static async Task<JsonObject> GetStrictlyAsync(this HttpClient client, string path)
    {
        var resource = await client.GetScimAsync(path);
        ShouldBeReadable(resource);
        return resource;
    }

    private static void ShouldBeReadable(JsonObject resource)
    {
        Assert.NotEmpty(resource["schemas"]!.AsArray());
        Assert.NotEmpty(resource.TextAt("id")!);
        Assert.DoesNotContain("null", Values(resource));
    }

    private static IEnumerable<string> Values(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Values(member.Value)),
        JsonArray items => items.SelectMany(Values),
        null => ["null"],
        _ => [node.GetValueKind() == JsonValueKind.Null ? "null" : ""],
    };
}
