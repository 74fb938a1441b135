using System.Text.Json;

namespace ScimBridge.HiBob;

/// <summary>An answer that is JSON of another shape than agreed; unlike other JSON exceptions its message quotes nothing.</summary>
internal sealed class HiBobShapeException(string message) : JsonException(message);
