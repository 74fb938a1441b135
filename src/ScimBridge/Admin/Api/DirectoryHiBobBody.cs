namespace ScimBridge.Admin.Api;

/// <summary>Where a directory that is wanted is read.</summary>
/// <param name="BaseUrl">HiBob's base URL; that of real companies when left out.</param>
internal sealed record DirectoryHiBobBody(string? BaseUrl);
