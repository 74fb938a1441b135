using ScimBridge.Protocol.Resources;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Pages.People;

/// <summary>A user as it is, or as it was last.</summary>
/// <param name="Row">The newest row that is kept.</param>
/// <param name="User">The resource.</param>
/// <param name="IsGone">Whether the published version has the user no longer.</param>
internal sealed record FoundPerson(UserRecord Row, ScimUser User, bool IsGone)
{
    /// <summary>What the user is called.</summary>
    public string Name => User.DisplayName ?? User.UserName;
}
