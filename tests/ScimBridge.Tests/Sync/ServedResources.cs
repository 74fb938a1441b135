using System.Text.Json.Nodes;

namespace ScimBridge.Tests.Sync;

/// <summary>What a directory serves, to compare it with one that came there another way.</summary>
internal static class ServedResources
{
    /// <summary>The resources by id, but for when they came and changed, and for the order of members.</summary>
    public static Task<IReadOnlyList<string>> OfAsync(ScimBridgeApp app, string resources, CancellationToken cancellationToken) =>
        OfAsync(app, resources, new HashSet<string>(), cancellationToken);

    /// <summary>The same as if some users were not there: without them, without them as managers, and so without versions, which are hashes.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(
        ScimBridgeApp app, string resources, IReadOnlySet<string> without, CancellationToken cancellationToken)
    {
        var list = JsonNode.Parse(await app.Scim.GetStringAsync($"{resources}?count=1000", cancellationToken))!;
        var left = list["Resources"]!.AsArray().Select(resource => resource!.AsObject()).Where(resource => !without.Contains((string)resource["id"]!)).ToList();
        foreach (var resource in left.Where(_ => without.Count > 0))
        {
            resource["meta"]!.AsObject().Remove("version");
            var enterprise = ScimNodes.Enterprise(resource);
            if ((string?)enterprise["manager"]?["value"] is { } manager && without.Contains(manager))
            {
                enterprise.Remove("manager");
            }
        }

        return [.. left.Select(Plain).Order(StringComparer.Ordinal)];
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
