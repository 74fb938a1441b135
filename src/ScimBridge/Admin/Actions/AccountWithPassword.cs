using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Actions;

/// <summary>An account that was just given a password.</summary>
/// <param name="Account">The account.</param>
/// <param name="Password">The password if the server made it, to be shown this once; null when whoever asked knows it.</param>
internal sealed record AccountWithPassword(AdminAccountRecord Account, string? Password)
{
    /// <summary>The record without its secret, since records print all they have.</summary>
    public override string ToString() => nameof(AccountWithPassword);
}
