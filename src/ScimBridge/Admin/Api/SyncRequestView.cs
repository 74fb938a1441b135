namespace ScimBridge.Admin.Api;

/// <summary>The answer to asking for a sync.</summary>
/// <param name="Id">The run that waits or has begun.</param>
/// <param name="State">Its state at this moment.</param>
/// <param name="Location">Where to look at it.</param>
internal sealed record SyncRequestView(Guid Id, string State, string Location);
