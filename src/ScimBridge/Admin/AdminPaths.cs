namespace ScimBridge.Admin;

/// <summary>Where the admin pages are.</summary>
internal static class AdminPaths
{
    /// <summary>What people type: the server's bare address, which leads to the overview.</summary>
    public const string Root = "/";

    /// <summary>The sign-in page.</summary>
    public const string SignIn = "/signin";

    /// <summary>The page on which somebody changes their password.</summary>
    public const string Password = "/signin/password";

    /// <summary>Where signing in through an OpenID Connect provider begins.</summary>
    public const string OpenId = "/signin/openid";

    /// <summary>Where the provider sends the browser back to.</summary>
    public const string OpenIdCallback = "/signin/openid/callback";

    /// <summary>Where the sign-out button posts to.</summary>
    public const string SignOut = "/signout";

    /// <summary>The overview, where people land after signing in; every page is below it.</summary>
    public const string Landing = "/admin";

    /// <summary>The audit log as a file, for the pages.</summary>
    public const string AuditExport = "/admin/audit/export";

    /// <summary>The page that says that there is no such page.</summary>
    public const string NotFound = "/admin/not-found";

    /// <summary>The pages' style sheet, which the sign-in page needs before anybody has signed in.</summary>
    public const string Style = "/signin/style.css";

    /// <summary>In front of what opens a setup link.</summary>
    public const string Setup = "/setup";

    /// <summary>The Hangfire dashboard.</summary>
    public const string Hangfire = "/hangfire";

    /// <summary>The admin API.</summary>
    public const string Api = "/api/v1";

    /// <summary>The page about the admin API.</summary>
    public const string OpenApi = "/openapi";

    /// <summary>The admin API's OpenAPI documents.</summary>
    public const string OpenApiDocuments = OpenApi + "/{documentName}.json";

    /// <summary>Whether a request is for one of the pages.</summary>
    public static bool IsPage(HttpContext context) => context.Request.Path.StartsWithSegments(Landing, StringComparison.OrdinalIgnoreCase);

    /// <summary>The page of a setup link.</summary>
    public static string SetupOf(string token) => $"{Setup}/{token}";

    /// <summary>Whether <paramref name="url"/> is a path of this server, so that going there after signing in leads nowhere else.</summary>
    public static bool IsLocal(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) && !url.Contains('\\', StringComparison.Ordinal);
}
