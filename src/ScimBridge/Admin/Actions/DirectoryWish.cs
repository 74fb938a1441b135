namespace ScimBridge.Admin.Actions;

/// <summary>A directory that an admin wants.</summary>
/// <param name="Key">The immutable slug; null to have one made from the name.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="OrganizationId">The organization it belongs to; null when <paramref name="Organization"/> names it.</param>
/// <param name="Organization">The name of the organization, made where there is none of that name; null, and no id either, for the directory's own name.</param>
/// <param name="BaseUrl">HiBob's base URL; null for the one of real companies.</param>
internal sealed record DirectoryWish(string? Key, string? Name, int? OrganizationId, string? Organization, string? BaseUrl);
