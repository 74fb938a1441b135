namespace ScimBridge.Admin.Api;

/// <summary>A password for somebody else.</summary>
internal sealed record PasswordBody
{
    /// <summary>The password; without one the server makes it.</summary>
    public string? Password { get; init; }

    /// <summary>The record without its secret, since records print all they have.</summary>
    public override string ToString() => nameof(PasswordBody);
}
