using System.Security.Cryptography;
using System.Text;

namespace ScimBridge.HiBobSimulator.Webhooks;

/// <summary>HiBob's signature of a webhook.</summary>
public static class WebhookSignature
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "Bob-Signature";

    /// <summary>The base64 text of the HMAC-SHA512 of the body's UTF-8 bytes under the secret.</summary>
    public static string Of(string body, string secret)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(secret);
        return Convert.ToBase64String(HMACSHA512.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));
    }
}
