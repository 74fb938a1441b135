using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ScimBridge.Directories;

/// <summary>Encrypts what the HR system's service users sign in with, so that the database alone opens nothing.</summary>
internal sealed class CredentialProtector(IDataProtectionProvider provider)
{
    /// <summary>The token, encrypted for this directory only.</summary>
    public string Protect(string directoryKey, string token) => For(directoryKey).Protect(token);

    /// <summary>The token that was encrypted.</summary>
    /// <exception cref="CryptographicException">It was encrypted for another directory, or with a key that is gone.</exception>
    public string Unprotect(string directoryKey, string protectedToken) => For(directoryKey).Unprotect(protectedToken);

    private IDataProtector For(string directoryKey) => provider.CreateProtector("ScimBridge.ServiceUserToken", directoryKey);
}
