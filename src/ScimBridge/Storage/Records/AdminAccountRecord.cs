namespace ScimBridge.Storage.Records;

/// <summary>Somebody who may sign in to the admin pages: with a password, or through an OpenID Connect provider.</summary>
internal sealed class AdminAccountRecord
{
    public int Id { get; set; }

    public required string UserName { get; set; }

    /// <summary>The comparison key of the name: names that differ in case alone are one.</summary>
    public required string UserNameKey { get; set; }

    public AdminRole Role { get; set; }

    /// <summary>Changes with whatever an admin changes of the account, so that nobody overwrites what they have not seen.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>The password as ASP.NET Core Identity's hasher keeps it; null for an account of an OpenID Connect provider.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Whether somebody else knows the password, so that a session opens nothing until it is changed.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Changes with password, role and disabling, so that no session begins by what held before.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>Which OpenID Connect provider the account is of; null for one with a password.</summary>
    public string? Issuer { get; set; }

    /// <summary>Who the account is to that provider.</summary>
    public string? Subject { get; set; }

    public bool Disabled { get; set; }

    /// <summary>How many wrong passwords there were in a row, those of a time that the account was locked for left out.</summary>
    public int WrongPasswords { get; set; }

    /// <summary>Until when no password opens the account; null or past when it is not locked.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Who made it: an account, an API key's name, or <c>system</c>.</summary>
    public required string CreatedBy { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }
}
