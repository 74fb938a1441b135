namespace ScimBridge.Storage.Records;

/// <summary>Somebody who may sign in to the admin pages.</summary>
internal sealed class AdminAccountRecord
{
    public int Id { get; set; }

    public required string UserName { get; set; }

    /// <summary>The password as ASP.NET Core Identity's hasher keeps it.</summary>
    public required string PasswordHash { get; set; }

    /// <summary>Changes with the password, which ends the sessions made with the old one.</summary>
    public required string SecurityStamp { get; set; }
}
