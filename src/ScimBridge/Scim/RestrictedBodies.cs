using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Json;
using ScimBridge.Storage;
using ScimBridge.Storage.Filtering;
using ScimBridge.Storage.Reading;

namespace ScimBridge.Scim;

/// <summary>Takes out of stored resources what names others that a restricted client can't see, and gives them the entity tags that they have for it.</summary>
internal static class RestrictedBodies
{
    private const string Groups = "groups";
    private const string Manager = "manager";

    /// <summary>The resources as the client is to see them, complete with the base URL.</summary>
    /// <param name="resources">Tells which of the others can be seen.</param>
    /// <param name="stored">The resources.</param>
    /// <param name="visible">What the client can see.</param>
    /// <param name="version">The version that it reads.</param>
    /// <param name="baseUrl">The SCIM base URL.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async ValueTask<IReadOnlyList<StoredResource>> OfAsync(
        ResourceStore resources, IReadOnlyList<StoredResource> stored, Visibility visible, DirectoryVersion version, string baseUrl, CancellationToken cancellationToken)
    {
        var baseUrlUtf8 = Encoding.UTF8.GetBytes(baseUrl);
        var bodies = stored.Select(resource => JsonNode.Parse(StoredBody.Complete(resource.Body, baseUrlUtf8))!.AsObject()).ToList();
        var groups = visible.Groups is null
            ? null
            : await resources.VisibleAsync(ResourceTable.Groups, version, Ids(bodies.SelectMany(GroupsOf)), visible, baseUrl, cancellationToken);
        var users = visible.Users is null
            ? null
            : await resources.VisibleAsync(ResourceTable.Users, version, Ids(bodies.Select(ManagerOf)), visible, baseUrl, cancellationToken);
        var tagEnd = visible.TagEndOf(version);
        foreach (var body in bodies)
        {
            HideGroups(body, groups);
            HideManager(body, users);
            var meta = body["meta"]!.AsObject();
            meta["version"] = TagOf((string)meta["version"]!, tagEnd);
        }

        return [.. stored.Zip(bodies, (resource, body) => resource with { Body = Utf8(body) })];
    }

    /// <summary>A resource's entity tag as it is for a client for which tags end with <paramref name="tagEnd"/>.</summary>
    public static string TagOf(string tag, string tagEnd) => tag.Insert(tag.Length - 1, tagEnd);

    private static void HideGroups(JsonObject body, IReadOnlySet<string>? visible)
    {
        if (visible is null || body[Groups] is not JsonArray groups)
        {
            return;
        }

        groups.RemoveAll(group => IdOf(group) is not { } id || !visible.Contains(id));
        if (groups.Count == 0)
        {
            body.Remove(Groups);
        }
    }

    private static void HideManager(JsonObject body, IReadOnlySet<string>? visible)
    {
        if (visible is null || body[ScimSchemaUris.EnterpriseUser] is not JsonObject enterprise || enterprise[Manager] is not { } manager
            || (IdOf(manager) is { } id && visible.Contains(id)))
        {
            return;
        }

        enterprise.Remove(Manager);
        if (enterprise.Count == 0)
        {
            body.Remove(ScimSchemaUris.EnterpriseUser);
            body["schemas"]!.AsArray().RemoveAll(schema => (string?)schema == ScimSchemaUris.EnterpriseUser);
        }
    }

    private static IEnumerable<JsonNode?> GroupsOf(JsonObject body) => body[Groups] as JsonArray ?? [];

    private static JsonNode? ManagerOf(JsonObject body) => body[ScimSchemaUris.EnterpriseUser]?[Manager];

    private static HashSet<string> Ids(IEnumerable<JsonNode?> references) => references.Select(IdOf).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static string? IdOf(JsonNode? reference) => (string?)reference?["value"];

    private static byte[] Utf8(JsonObject body)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, ScimJson.WriterOptions))
        {
            body.WriteTo(json);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
