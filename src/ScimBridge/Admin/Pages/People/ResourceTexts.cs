using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScimBridge.Directories;
using ScimBridge.Protocol.Json;
using ScimBridge.Storage;
using ScimBridge.Storage.Filtering;
using ScimBridge.Storage.Reading;

namespace ScimBridge.Admin.Pages.People;

/// <summary>Resources as SCIM clients get them, written for people.</summary>
internal sealed class ResourceTexts(DirectorySchemas schemas, ResourceStore resources, MemberStore members, BearerStore bearers)
{
    /// <summary>The most members of a group that are written; clients get all.</summary>
    public const int MostMembers = 100;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A resource as JSON on many lines; null when the version has none such.</summary>
    public async Task<string?> OfAsync(
        ResourceTable table, DirectoryId directory, int version, string id, string baseUrl, CancellationToken cancellationToken)
    {
        if (await bearers.FindVersionAsync(directory, version, cancellationToken) is not { } published
            || await resources.FindAsync(table, published, id, cancellationToken) is not { } resource)
        {
            return null;
        }

        var json = JsonNode.Parse(Selected(table, published, StoredBody.Complete(resource.Body, Encoding.UTF8.GetBytes(baseUrl))))!;
        if (table == ResourceTable.Groups)
        {
            await AddMembersAsync(json, published, id, baseUrl, cancellationToken);
        }

        return json.ToJsonString(Indented);
    }

    private byte[] Selected(ResourceTable table, DirectoryVersion version, byte[] body)
    {
        var selection = schemas.Of(version).WholeOf(table.ResourceType);
        if (selection.IsDefault)
        {
            return body;
        }

        var output = new ArrayBufferWriter<byte>(body.Length);
        selection.Write(body, output);
        return output.WrittenSpan.ToArray();
    }

    private async Task AddMembersAsync(JsonNode group, DirectoryVersion version, string id, string baseUrl, CancellationToken cancellationToken)
    {
        await foreach (var batch in members.BatchesAsync(version, id, visible: null, baseUrl, cancellationToken))
        {
            if (batch.Count > 0)
            {
                group["members"] = new JsonArray([.. batch.Take(MostMembers).Select(member => Member(member, baseUrl))]);
            }

            return;
        }
    }

    private static JsonObject Member(StoredMember member, string baseUrl)
    {
        var json = new JsonObject
        {
            ["value"] = member.UserId,
            ["$ref"] = $"{baseUrl}/{ResourceTable.Users.Name}/{member.UserId}",
            ["type"] = ResourceTable.Users.ResourceType,
        };
        if (member.Display is not null)
        {
            json["display"] = member.Display;
        }

        return json;
    }
}
