namespace ScimBridge.Storage.Reading;

/// <summary>A page of a list.</summary>
/// <param name="Total">How many resources the whole list has.</param>
/// <param name="Resources">Those of this page.</param>
internal sealed record StoredPage(int Total, IReadOnlyList<StoredResource> Resources);
