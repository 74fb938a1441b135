using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Accounts;

/// <summary>Whoever holds a key of the admin API.</summary>
/// <param name="Name">The key's name.</param>
/// <param name="Role">What it may do.</param>
internal sealed record ApiKeyBearer(string Name, AdminRole Role);
