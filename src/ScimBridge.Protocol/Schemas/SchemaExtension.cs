namespace ScimBridge.Protocol.Schemas;

/// <summary>A schema that extends a resource type's main one (RFC 7643 section 6).</summary>
/// <param name="Schema">The extension's URN.</param>
/// <param name="Required">Whether every resource of the type has the extension.</param>
public sealed record SchemaExtension(string Schema, bool Required);
