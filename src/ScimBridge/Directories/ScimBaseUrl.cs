namespace ScimBridge.Directories;

/// <summary>Tells the SCIM base URL, which answers name and clients are given: below the public URL, or else below the one by which somebody came.</summary>
/// <param name="publicUrl">How clients reach the server; null or empty for how whoever asks does.</param>
internal sealed class ScimBaseUrl(string? publicUrl)
{
    /// <summary>The path of the SCIM endpoints.</summary>
    public const string Path = "/scim/v2";

    /// <summary>The server's public URL without a slash at its end; null where none is set.</summary>
    public string? PublicUrl { get; } = string.IsNullOrEmpty(publicUrl) ? null : new Uri(publicUrl).AbsoluteUri.TrimEnd('/');

    /// <summary>The base URL, absolute and without a slash at its end.</summary>
    /// <param name="serverUrl">The URL by which whoever asks reached the server.</param>
    public string Below(string serverUrl) => (PublicUrl ?? serverUrl.TrimEnd('/')) + Path;
}
