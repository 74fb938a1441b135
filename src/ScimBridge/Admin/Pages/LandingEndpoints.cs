using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Directories;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Pages;

/// <summary>The page after signing in: the directories, and where the jobs are.</summary>
internal static class LandingEndpoints
{
    /// <summary>Maps the page.</summary>
    public static IEndpointRouteBuilder MapLanding(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(AdminPaths.Landing, GetAsync).RequireAuthorization(AdminPolicies.View);
        return pages;
    }

    private static async Task<ContentHttpResult> GetAsync(
        HttpContext context, DirectoryStore directories, IAntiforgery antiforgery, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = (await directories.ListAsync(cancellationToken)).Select(directory => Row(directory, now)).ToList();
        var header = Html.Of($"""
            <nav aria-label="Main"><a href="{context.Request.PathBase + AdminPaths.Hangfire}">Jobs</a></nav>
            <form method="post" action="{context.Request.PathBase + AdminPaths.SignOut}">
            {PageLayout.Antiforgery(antiforgery.GetAndStoreTokens(context))}
            <button type="submit">Sign out</button>
            </form>
            """);
        return PageLayout.Page(context, "Directories", header, rows.Count == 0
            ? Html.Of($"<p>No directory is declared yet. Declare one in the settings, under Directories.</p>")
            : Table(rows));
    }

    private static Html Table(IEnumerable<Html> rows) => Html.Of($"""
        <table>
        <caption>What each directory is doing, and what to do about it</caption>
        <thead><tr><th scope="col">Directory</th><th scope="col">Organization</th><th scope="col">State</th><th scope="col">Last good read</th></tr></thead>
        <tbody>{Html.Join(rows)}</tbody>
        </table>
        """);

    private static Html Row(DirectoryRecord directory, DateTimeOffset now)
    {
        var state = DirectoryStates.Of(directory, now);
        var read = directory.LastGoodReadAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "never";
        return Html.Of($"""
            <tr><th scope="row">{directory.Name} ({directory.Key})</th><td>{directory.Organization?.Name}</td>
            <td>{Words(state)} {DirectoryStates.Advice(directory, now)}</td><td>{read}</td></tr>
            """);
    }

    private static string Words(DirectoryState state) => state switch
    {
        DirectoryState.Deleting => "Being deleted.",
        DirectoryState.Paused => "Paused.",
        DirectoryState.Held => "Held: a plan waits for a decision.",
        DirectoryState.Unlinked => "Not linked to HiBob.",
        DirectoryState.InvalidCredentials => "HiBob refuses the credentials.",
        DirectoryState.Stale => "Out of date: no read succeeded lately.",
        DirectoryState.Validating => "Being read for the first time.",
        _ => "Linked and up to date.",
    };
}
