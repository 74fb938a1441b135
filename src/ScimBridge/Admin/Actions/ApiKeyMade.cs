using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Actions;

/// <summary>A key of the admin API that was just made.</summary>
/// <param name="Secret">The key itself, to be shown this once.</param>
/// <param name="Key">All else about it.</param>
internal sealed record ApiKeyMade(string Secret, ApiKeyRecord Key)
{
    /// <summary>The record without its secret, since records print all they have.</summary>
    public override string ToString() => nameof(ApiKeyMade);
}
