namespace ScimBridge.Admin.Api;

/// <summary>Where and as whom a directory's HiBob is read.</summary>
internal sealed record HiBobLinkView(string BaseUrl, string? ServiceUserId);
