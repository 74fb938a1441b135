using ScimBridge.Admin.Actions;

namespace ScimBridge.Admin.Api;

/// <summary>What a service user signs in to HiBob with.</summary>
internal sealed record CredentialsBody
{
    /// <summary>The service user's id.</summary>
    public string? ServiceUserId { get; init; }

    /// <summary>Its token.</summary>
    public string? Token { get; init; }

    /// <summary>HiBob's base URL; the directory's own when left out.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Whether anything was given at all.</summary>
    public bool IsEmpty() => ServiceUserId is null && Token is null && BaseUrl is null;

    /// <summary>The credentials.</summary>
    public Credentials ToCredentials() => new(ServiceUserId, Token, BaseUrl);

    /// <summary>The record without its secret, since records print all they have.</summary>
    public override string ToString() => nameof(CredentialsBody);
}
