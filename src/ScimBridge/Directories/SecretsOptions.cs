namespace ScimBridge.Directories;

/// <summary>The key that wraps the key ring; the section <c>Secrets</c>.</summary>
internal sealed class SecretsOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Secrets";

    /// <summary>The key's length in bytes.</summary>
    public const int KeyLength = 32;

    /// <summary>32 random bytes as base64, kept outside the database; required outside Development.</summary>
    public string? Key { get; set; }

    /// <summary>The key's bytes; null when it is missing or malformed.</summary>
    public byte[]? KeyBytes()
    {
        var bytes = new byte[KeyLength];
        return Key is not null && Convert.TryFromBase64String(Key.Trim(), bytes, out var length) && length == KeyLength ? bytes : null;
    }
}
