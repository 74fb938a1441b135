using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Actions;

/// <summary>A setup link just made. Only this has what opens it.</summary>
/// <param name="Token">What the link's address ends with.</param>
/// <param name="Link">All else about it.</param>
internal sealed record NewSetupLink(string Token, SetupLinkRecord Link)
{
    /// <summary>The record without its secret, since records print all they have.</summary>
    public override string ToString() => $"Setup link {Link.Id}";
}
