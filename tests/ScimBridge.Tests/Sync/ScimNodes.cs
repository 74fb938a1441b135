using System.Text.Json.Nodes;

namespace ScimBridge.Tests.Sync;

/// <summary>Parts of resources that several tests look at.</summary>
internal static class ScimNodes
{
    private static readonly JsonObject Nothing = [];

    public static JsonObject Enterprise(JsonObject user) =>
        user["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"]?.AsObject() ?? Nothing;

    public static JsonObject Extension(JsonObject user) =>
        user.FirstOrDefault(member => member.Key.EndsWith("hibob:2.0:User", StringComparison.Ordinal)).Value?.AsObject() ?? Nothing;

    /// <summary>The displays of members or of a user's groups; none when the attribute is not there.</summary>
    public static IReadOnlyList<string?> Displays(JsonNode? references) =>
        [.. (references?.AsArray() ?? []).Select(reference => (string?)reference!["display"])];

    /// <summary>The values of a multi-valued attribute.</summary>
    public static IReadOnlyList<string?> Values(JsonNode? values) =>
        [.. (values?.AsArray() ?? []).Select(value => (string?)value!["value"])];
}
