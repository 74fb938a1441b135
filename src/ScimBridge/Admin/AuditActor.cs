using System.Security.Claims;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin;

/// <summary>Who does something, and from where, for the audit log.</summary>
/// <param name="Name">The account, or <c>api-key</c>.</param>
/// <param name="RemoteAddress">The address that the request came from.</param>
internal sealed record AuditActor(string Name, string? RemoteAddress)
{
    /// <summary>What the holder of the admin API's key is called.</summary>
    public const string ApiKey = "api-key";

    /// <summary>What whoever uses a setup link is called, of whom nothing else is known.</summary>
    public const string SetupLink = "setup-link";

    /// <summary>What the server itself is called.</summary>
    public const string System = "system";

    /// <summary>Whoever makes the request.</summary>
    public static AuditActor Of(HttpContext context) => new(NameOf(context.User), context.Connection.RemoteIpAddress?.ToString());

    /// <summary>Whoever uses the pages.</summary>
    public static AuditActor Of(ClaimsPrincipal user) => new(NameOf(user), null);

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
        { IsAuthenticated: true, AuthenticationType: AdminSchemes.ApiKey } => ApiKey,
        { IsAuthenticated: true, Name: { Length: > 0 } name } => name,
        { IsAuthenticated: true } => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "unknown",
        _ => "unknown",
    };
}
