namespace ScimBridge.Admin.Api;

/// <summary>An account that is wanted.</summary>
internal sealed record AccountBody
{
    /// <summary>Its user name.</summary>
    public string? Name { get; init; }

    /// <summary><c>viewer</c>, <c>operator</c> or <c>admin</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Its first password; without one the server makes it.</summary>
    public string? Password { get; init; }

    /// <summary>The record without its secret, since records print all they have.</summary>
    public override string ToString() => nameof(AccountBody);
}
