using System.Text.Json.Serialization;
using ScimBridge.Protocol.Json;

namespace ScimBridge.Protocol.Resources;

/// <summary>One attribute that differs between two forms of a resource.</summary>
/// <param name="Attribute">Its path, such as <c>name.givenName</c>, <c>emails[type eq "work"].value</c> or, of an extension, its URN, a colon and the name.</param>
/// <param name="Old">The old value as JSON; null when it was unassigned.</param>
/// <param name="New">The new value as JSON; null when it is unassigned.</param>
public sealed record AttributeChange(
    string Attribute, [property: JsonConverter(typeof(JsonTextConverter))] string? Old, [property: JsonConverter(typeof(JsonTextConverter))] string? New);
