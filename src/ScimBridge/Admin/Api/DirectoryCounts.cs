namespace ScimBridge.Admin.Api;

/// <summary>How much a directory's published version holds.</summary>
internal sealed record DirectoryCounts(int Users, int ActiveUsers, int Groups);
