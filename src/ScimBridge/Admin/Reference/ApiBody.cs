namespace ScimBridge.Admin.Reference;

/// <summary>Says of a route of the admin API which body it takes. The routes read their bodies by themselves, whatever media type a client names.</summary>
/// <param name="Type">What the body is read as.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
internal sealed record ApiBody(Type Type, bool IsOptional);
