namespace ScimBridge.Storage;

/// <summary>A directory that an admin wants.</summary>
/// <param name="Key">The immutable slug.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="OrganizationId">The organization it belongs to; null when <paramref name="Organization"/> names it.</param>
/// <param name="Organization">The organization's name, which is made where there is none of that name.</param>
/// <param name="BaseUrl">The HR system's base URL.</param>
internal sealed record NewDirectory(string Key, string Name, int? OrganizationId, string Organization, Uri BaseUrl);
