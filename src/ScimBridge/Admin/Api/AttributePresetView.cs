using System.Text.Json.Serialization;
using ScimBridge.Protocol.Json;

namespace ScimBridge.Admin.Api;

/// <summary>A rule ready-made, for an attribute that the default mapping leaves out.</summary>
/// <param name="Id">A fixed name, such as <c>private-email</c>.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Rule">The rule as JSON, to be added to <c>attributes</c> of the rules.</param>
internal sealed record AttributePresetView(string Id, string Title, [property: JsonConverter(typeof(JsonTextConverter))] string Rule);
