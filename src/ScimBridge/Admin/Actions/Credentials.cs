namespace ScimBridge.Admin.Actions;

/// <summary>What a service user signs in to HiBob with, as somebody entered it.</summary>
/// <param name="ServiceUserId">The service user's id.</param>
/// <param name="Token">Its token.</param>
/// <param name="BaseUrl">HiBob's base URL; null for the one that the directory has.</param>
internal sealed record Credentials(string? ServiceUserId, string? Token, string? BaseUrl)
{
    /// <summary>The record without its secret, since records print all they have.</summary>
    public override string ToString() => $"{ServiceUserId} at {BaseUrl}";
}
