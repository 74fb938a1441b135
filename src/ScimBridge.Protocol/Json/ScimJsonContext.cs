using System.Text.Json.Serialization;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Protocol.Json;

/// <summary>The generated serializer of the resources; used through <see cref="ScimJson"/>, which adds the encoder and leaves out what is empty.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ScimUser))]
[JsonSerializable(typeof(ScimGroup))]
internal sealed partial class ScimJsonContext : JsonSerializerContext;
