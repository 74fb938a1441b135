using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>An account as the admin API shows it; never with its password.</summary>
/// <param name="Name">The user name.</param>
/// <param name="Role">What it may do.</param>
/// <param name="SignsInWith"><c>password</c> or <c>openid_connect</c>.</param>
/// <param name="Disabled">Whether it may do nothing at all.</param>
/// <param name="MustChangePassword">Whether its owner has to change the password at the next sign-in.</param>
/// <param name="LockedUntil">Until when wrong passwords have locked it; null when it is not locked.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">By whom.</param>
/// <param name="LastSignInAt">When somebody last signed in with it.</param>
/// <param name="Revision">Its revision, which is also its entity tag.</param>
internal sealed record AccountView(
    string Name,
    AdminRole Role,
    string SignsInWith,
    bool Disabled,
    bool MustChangePassword,
    DateTime? LockedUntil,
    DateTime CreatedAt,
    string CreatedBy,
    DateTime? LastSignInAt,
    int Revision)
{
    /// <summary>The account as the API shows it.</summary>
    public static AccountView Of(AdminAccountRecord account, DateTimeOffset now) => new(
        account.UserName,
        account.Role,
        account.Issuer is null ? "password" : "openid_connect",
        account.Disabled,
        account.MustChangePassword,
        account.LockedUntil > now ? account.LockedUntil.Value.UtcDateTime : null,
        account.CreatedAt.UtcDateTime,
        account.CreatedBy,
        account.LastSignInAt?.UtcDateTime,
        account.Revision);
}
