namespace ScimBridge.Admin.Api;

/// <summary>A key of the admin API just made. Only this answer has its secret.</summary>
/// <param name="Key">The secret, which the client sends.</param>
/// <param name="Details">All else about it.</param>
internal sealed record ApiKeyMadeView(string Key, ApiKeyView Details)
{
    /// <summary>The record without its secret, since records print all they have.</summary>
    public override string ToString() => nameof(ApiKeyMadeView);
}
