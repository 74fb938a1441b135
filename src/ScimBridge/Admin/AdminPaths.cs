namespace ScimBridge.Admin;

/// <summary>Where the admin pages are.</summary>
internal static class AdminPaths
{
    /// <summary>The sign-in page.</summary>
    public const string SignIn = "/signin";

    /// <summary>Where the sign-out button posts to.</summary>
    public const string SignOut = "/signout";

    /// <summary>The landing page.</summary>
    public const string Landing = "/admin";

    /// <summary>The pages' style sheet, which the sign-in page needs before anybody has signed in.</summary>
    public const string Style = "/signin/style.css";

    /// <summary>The Hangfire dashboard.</summary>
    public const string Hangfire = "/hangfire";

    /// <summary>The admin API.</summary>
    public const string Api = "/api/v1";

    /// <summary>The page about the admin API.</summary>
    public const string OpenApi = "/openapi";

    /// <summary>The admin API's OpenAPI documents.</summary>
    public const string OpenApiDocuments = OpenApi + "/{documentName}.json";

    /// <summary>Whether <paramref name="url"/> is a path of this server, so that going there after signing in leads nowhere else.</summary>
    public static bool IsLocal(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) && !url.Contains('\\', StringComparison.Ordinal);
}
