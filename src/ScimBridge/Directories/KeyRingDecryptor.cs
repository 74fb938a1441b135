using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace ScimBridge.Directories;

/// <summary>Unwraps what <see cref="KeyRingEncryptor"/> wrapped.</summary>
/// <remarks>The key ring names this type in the database, and makes it by this constructor: keep both.</remarks>
internal sealed class KeyRingDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    /// <exception cref="CryptographicException">The ring was wrapped in another <c>Secrets:Key</c>.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var (nonce, tag, cipher) = KeyRingCipher.Parts(Convert.FromBase64String(encryptedElement.Value));
        var plain = new byte[cipher.Length];
        using var aes = KeyRingCipher.Open(services.GetRequiredService<IOptions<SecretsOptions>>().Value);
        aes.Decrypt(nonce.Span, cipher.Span, tag.Span, plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
