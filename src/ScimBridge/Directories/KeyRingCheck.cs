using System.Security.Cryptography;
using System.Xml.Linq;
using ScimBridge.Storage;

namespace ScimBridge.Directories;

/// <summary>Finds out at start whether <c>Secrets:Key</c> is the key that the stored key ring was wrapped in.</summary>
/// <remarks>Data protection by itself would log the failure, make a second ring and go on, and what the first one protects would be lost.</remarks>
internal sealed class KeyRingCheck(KeyRingStore store, IServiceProvider services)
{
    /// <summary>What is wrong with the key, in a sentence; null when nothing is.</summary>
    public async Task<string?> FaultAsync(CancellationToken cancellationToken)
    {
        var decryptor = new KeyRingDecryptor(services);
        foreach (var entry in await store.EntriesAsync(cancellationToken))
        {
            foreach (var wrapped in XElement.Parse(entry).Descendants(KeyRingEncryptor.ElementName))
            {
                try
                {
                    decryptor.Decrypt(wrapped);
                }
                catch (CryptographicException)
                {
                    return "Secrets:Key is not the key that this database's stored credentials were encrypted under. "
                        + "Give the server that key back; if it is lost, start with an empty database: ids stay the same, and credentials come from the settings.";
                }
            }
        }

        return null;
    }
}
