using System.Text.Json.Nodes;

namespace ScimBridge.Tests.Sync;

/// <summary>What a directory serves, to compare it with one that came there another way.</summary>
internal static class ServedResources
{
    /// <summary>The resources by id, but for when they came and changed, and for the order of members.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(ScimBridgeApp app, string resources, CancellationToken cancellationToken)
    {
        var list = JsonNode.Parse(await app.Scim.GetStringAsync($"{resources}?count=1000", cancellationToken))!;
        return [.. list["Resources"]!.AsArray().Select(resource => Plain(resource!.AsObject())).Order(StringComparer.Ordinal)];
    }

    private static string Plain(JsonObject resource)
    {
        var meta = resource["meta"]!.AsObject();
        meta.Remove("created");
        meta.Remove("lastModified");
        if (resource["members"] is JsonArray members)
        {
            resource["members"] = new JsonArray([.. members.Select(member => member!.DeepClone()).OrderBy(member => (string?)member["value"], StringComparer.Ordinal)]);
        }

        return $"{resource["id"]} {resource.ToJsonString()}";
    }
}
