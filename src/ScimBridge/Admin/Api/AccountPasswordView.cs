namespace ScimBridge.Admin.Api;

/// <summary>An account that was just given a password.</summary>
/// <param name="Account">The account.</param>
/// <param name="Password">The password if the server made it, in this answer alone; else null.</param>
internal sealed record AccountPasswordView(AccountView Account, string? Password)
{
    /// <summary>The record without its secret, since records print all they have.</summary>
    public override string ToString() => nameof(AccountPasswordView);
}
