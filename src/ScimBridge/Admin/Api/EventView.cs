namespace ScimBridge.Admin.Api;

/// <summary>Something that happened to a directory.</summary>
internal sealed record EventView(long Id, DateTime At, string Kind, string Detail, Guid? RunId);
