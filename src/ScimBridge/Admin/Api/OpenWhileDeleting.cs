namespace ScimBridge.Admin.Api;

/// <summary>Marks a route that changes something of a directory also while that is being deleted.</summary>
internal sealed record OpenWhileDeleting;
