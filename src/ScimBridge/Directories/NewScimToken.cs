namespace ScimBridge.Directories;

/// <summary>A token just made, to be shown once.</summary>
/// <param name="DirectoryKey">The directory it opens.</param>
/// <param name="Token">The token.</param>
internal sealed record NewScimToken(string DirectoryKey, string Token)
{
    /// <summary>The record without its secret, since records print all they have.</summary>
    public override string ToString() => $"A SCIM token of directory {DirectoryKey}";
}
