namespace ScimBridge.Admin.Reference;

/// <summary>Says of a route of the admin API what it has to do with entity tags.</summary>
/// <param name="IsRequired">Whether a request needs <c>If-Match</c>; otherwise the answer has an <c>ETag</c>.</param>
internal sealed record ApiEntityTag(bool IsRequired);
