namespace ScimBridge.Admin.Api;

/// <summary>What an account is to be; both have to be said.</summary>
internal sealed record AccountChangeBody
{
    /// <summary><c>viewer</c>, <c>operator</c> or <c>admin</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Whether it may do nothing at all.</summary>
    public bool? Disabled { get; init; }
}
