namespace ScimBridge.Storage;

/// <summary>A group, for choosing one.</summary>
/// <param name="Id">The SCIM id.</param>
/// <param name="DisplayName">What it is called.</param>
/// <param name="ExternalId">The source and its item, such as <c>department:263100417</c>.</param>
internal sealed record GroupName(string Id, string DisplayName, string ExternalId);
