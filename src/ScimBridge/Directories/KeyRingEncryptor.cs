using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace ScimBridge.Directories;

/// <summary>Wraps the data protection key ring in <c>Secrets:Key</c> by AES-GCM, before it goes to the database.</summary>
internal sealed class KeyRingEncryptor(IOptions<SecretsOptions> secrets) : IXmlEncryptor
{
    /// <summary>The name of the element that holds a wrapped key.</summary>
    public const string ElementName = "sealed";

    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[KeyRingCipher.NonceSize + KeyRingCipher.TagSize + plain.Length];
        var (nonce, tag, cipher) = KeyRingCipher.Parts(sealedBytes);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = KeyRingCipher.Open(secrets.Value);
        aes.Encrypt(nonce.Span, plain, cipher.Span, tag.Span);
        return new EncryptedXmlInfo(new XElement(ElementName, Convert.ToBase64String(sealedBytes)), typeof(KeyRingDecryptor));
    }
}
