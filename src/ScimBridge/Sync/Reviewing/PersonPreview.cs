using System.Text.Json.Serialization;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Sync.Reviewing;

/// <summary>One person under the rules in force and under others.</summary>
/// <param name="EmployeeId">The HR system's id.</param>
/// <param name="Before">The resource as it is served, as JSON without <c>meta</c>; null for a person who is no user.</param>
/// <param name="After">The resource as it would be; null when the rules leave the person out.</param>
/// <param name="Changes">What differs.</param>
internal sealed record PersonPreview(
    string EmployeeId,
    [property: JsonConverter(typeof(JsonTextConverter))] string? Before,
    [property: JsonConverter(typeof(JsonTextConverter))] string? After,
    IReadOnlyList<AttributeChange> Changes);
