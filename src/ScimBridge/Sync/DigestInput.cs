using System.Globalization;
using System.Text;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>Collects texts to be digested, each with its length before it, so that no two inputs run into the same bytes.</summary>
internal sealed class DigestInput
{
    private readonly StringBuilder input = new(256);

    /// <summary>Adds a text; null is not the same as empty.</summary>
    public void Add(string? text) => input.Append(CultureInfo.InvariantCulture, $"{text?.Length ?? -1}:").Append(text);

    /// <summary>The digest of all that was added, in its order.</summary>
    public Digest ToDigest() => Digest.Of(Encoding.UTF8.GetBytes(input.ToString()));
}
