using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>Where and as whom a directory's HiBob is read; never with the service user's token.</summary>
/// <param name="BaseUrl">HiBob's base URL.</param>
/// <param name="ServiceUserId">The service user's id; null for a directory that is not linked.</param>
/// <param name="TokenHint">The last characters of its token.</param>
/// <param name="CredentialsSetAt">Since when the directory has been linked like this.</param>
internal sealed record HiBobLinkView(string BaseUrl, string? ServiceUserId, string? TokenHint, DateTime? CredentialsSetAt)
{
    /// <summary>A directory's link as the API shows it.</summary>
    public static HiBobLinkView Of(DirectoryRecord directory) =>
        new(directory.BaseUrl, directory.ServiceUserId, directory.TokenHint, directory.CredentialsSetAt?.UtcDateTime);
}
