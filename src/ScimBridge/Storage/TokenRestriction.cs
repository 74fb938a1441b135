using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScimBridge.Storage;

/// <summary>What a token leaves its client of what its scopes open.</summary>
/// <param name="Attributes">The attributes that it shows, named as SCIM's parameter <c>attributes</c> names them; null for all.</param>
/// <param name="Users">The filter of the users that it shows; null for all.</param>
/// <param name="Groups">The filter of the groups that it shows; null for all.</param>
internal sealed record TokenRestriction(IReadOnlyList<string>? Attributes, string? Users, string? Groups)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Whether it leaves everything.</summary>
    [JsonIgnore]
    public bool IsNone => this is { Attributes: null, Users: null, Groups: null };

    /// <summary>The restriction as it is stored; null for one that leaves everything.</summary>
    public string? ToText() => IsNone ? null : JsonSerializer.Serialize(this, Json);

    /// <summary>What <see cref="ToText"/> made.</summary>
    /// <exception cref="JsonException">The text is something else.</exception>
    public static TokenRestriction Of(string text) =>
        JsonSerializer.Deserialize<TokenRestriction>(text, Json) ?? throw new JsonException("A restriction is an object.");
}
