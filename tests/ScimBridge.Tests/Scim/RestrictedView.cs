using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Projection;

namespace ScimBridge.Tests.Scim;

/// <summary>What a restricted token is to see of a directory, worked out in memory from what an unrestricted one sees.</summary>
internal sealed class RestrictedView
{
    private readonly HashSet<string>? users;
    private readonly HashSet<string>? groups;
    private readonly IReadOnlyList<string>? attributes;

    public RestrictedView(
        IReadOnlyList<JsonObject> allUsers, IReadOnlyList<JsonObject> allGroups, IReadOnlyList<string>? attributes, string? userFilter, string? groupFilter)
    {
        this.attributes = attributes;
        (users, groups) = (Matching(allUsers, userFilter, "User"), Matching(allGroups, groupFilter, "Group"));
        Users = [.. allUsers.Where(user => users?.Contains(IdOf(user)) != false).Select(user => Shown(user, "User"))];
        Groups = [.. allGroups.Where(group => groups?.Contains(IdOf(group)) != false).Select(group => Shown(group, "Group"))];
    }

    /// <summary>The users, in the order of lists.</summary>
    public IReadOnlyList<JsonObject> Users { get; }

    /// <summary>The groups, in the order of lists.</summary>
    public IReadOnlyList<JsonObject> Groups { get; }

    /// <summary>The resource without its entity tag, which is not worked out here.</summary>
    public static JsonObject Untagged(JsonObject resource)
    {
        var copy = resource.DeepClone().AsObject();
        copy["meta"]!.AsObject().Remove("version");
        return copy;
    }

    private JsonObject Shown(JsonObject resource, string type)
    {
        var copy = resource.DeepClone().AsObject();
        Keep(copy, "groups", groups);
        Keep(copy, "members", users);
        if (users is not null && copy[ScimSchemaUris.EnterpriseUser] is JsonObject enterprise && (string?)enterprise["manager"]?["value"] is var manager
            && !(manager is not null && users.Contains(manager)))
        {
            enterprise.Remove("manager");
            if (enterprise.Count == 0)
            {
                copy.Remove(ScimSchemaUris.EnterpriseUser);
                copy["schemas"]!.AsArray().RemoveAll(schema => (string?)schema == ScimSchemaUris.EnterpriseUser);
            }
        }

        if (attributes is null)
        {
            return copy;
        }

        var output = new System.Buffers.ArrayBufferWriter<byte>();
        AttributeSelection.Parse(string.Join(',', attributes.Append("meta")), null, type, CustomSchema.Catalog)
            .Write(Encoding.UTF8.GetBytes(copy.ToJsonString()), output);
        return JsonNode.Parse(output.WrittenSpan)!.AsObject();
    }

    private static void Keep(JsonObject resource, string attribute, HashSet<string>? visible)
    {
        if (visible is not null && resource[attribute] is JsonArray named)
        {
            named.RemoveAll(item => !visible.Contains((string)item!["value"]!));
            if (named.Count == 0)
            {
                resource.Remove(attribute);
            }
        }
    }

    private static HashSet<string>? Matching(IReadOnlyList<JsonObject> resources, string? filter, string type)
    {
        if (filter is null)
        {
            return null;
        }

        var bound = FilterBinder.Bind(FilterParser.Parse(filter, FilterLimits.Default), CustomSchema.Catalog, type);
        return [.. resources.Where(resource => FilterEvaluator.Matches(JsonElement.Parse(resource.ToJsonString()), bound)).Select(IdOf)];
    }

    private static string IdOf(JsonObject resource) => (string)resource["id"]!;
}
