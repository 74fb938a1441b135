using System.Security.Claims;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin;

/// <summary>Who does something, and from where, for the audit log.</summary>
/// <param name="Name">The account, or the API key's name.</param>
/// <param name="RemoteAddress">The address that the request came from.</param>
internal sealed record AuditActor(string Name, string? RemoteAddress)
{
    /// <summary>What the holder of the key of the setting <c>Admin:ApiKey</c> is called.</summary>
    public const string ApiKey = "api-key";

    /// <summary>What whoever uses a setup link is called, of whom nothing else is known.</summary>
    public const string SetupLink = "setup-link";

    /// <summary>What the server itself is called.</summary>
    public const string System = "system";

    /// <summary>What somebody is called of whom nobody knows who it is.</summary>
    public const string Unknown = "unknown";

    /// <summary>Whoever makes the request.</summary>
    public static AuditActor Of(HttpContext context) => new(NameOf(context.User), context.Connection.RemoteIpAddress?.ToString());

    /// <summary>Whoever has the identity, at the address that its session was last seen at; for code that has no request at hand.</summary>
    public static AuditActor Of(ClaimsPrincipal user) => new(NameOf(user), user.FindFirstValue(AdminClaims.Address));

    /// <summary>An entry of the audit log by this actor.</summary>
    public AuditRecord Entry(DateTimeOffset at, string action, string? directoryKey, string? target = null, string? detail = null) => new()
    {
        At = at,
        Actor = Name,
        Action = action,
        DirectoryKey = directoryKey,
        Target = target,
        Detail = detail,
        RemoteAddress = RemoteAddress,
    };

    private static string NameOf(ClaimsPrincipal user) => user.Identity switch
    {
        { IsAuthenticated: true, Name: { Length: > 0 } name } => name,
        { IsAuthenticated: true, AuthenticationType: AdminSchemes.ApiKey } => ApiKey,
        { IsAuthenticated: true } => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? Unknown,
        _ => Unknown,
    };
}
