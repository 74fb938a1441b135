using System.Security.Cryptography;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Directories;

/// <summary>Tells whether a directory is linked as it was, and starts afresh when it is not.</summary>
internal sealed class DirectoryLinks(CredentialProtector protector, DirectoryLinkStore store)
{
    /// <summary>The token, encrypted for this directory only.</summary>
    public string Protect(string directoryKey, string token) => protector.Protect(directoryKey, token);

    /// <summary>A link as it is stored.</summary>
    public DirectoryLink Of(string directoryKey, Uri baseUrl, string serviceUserId, string token) =>
        new(baseUrl, serviceUserId, Protect(directoryKey, token), CredentialLimits.Hint(token));

    /// <summary>Whether two records of one directory sign in at the same place as the same service user with the same token.</summary>
    public bool Same(DirectoryRecord before, DirectoryRecord after) =>
        before.BaseUrl == after.BaseUrl && before.ServiceUserId == after.ServiceUserId && Token(before) == Token(after);

    /// <summary>Forgets failures, back-off and permission check of the old link: the next sync is the first with the new one.</summary>
    public Task ChangedAsync(DirectoryId directory, CancellationToken cancellationToken) => store.ChangedAsync(directory, cancellationToken);

    private string? Token(DirectoryRecord directory)
    {
        try
        {
            return directory.ProtectedToken is { } token ? protector.Unprotect(directory.Key, token) : null;
        }
        catch (CryptographicException)
        {
            // A token that can't be read was never the one that just came.
            return null;
        }
    }
}
