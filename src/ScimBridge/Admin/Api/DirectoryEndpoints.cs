using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Storage;

namespace ScimBridge.Admin.Api;

/// <summary>Directories and their states.</summary>
internal static class DirectoryEndpoints
{
    private const string List = "/directories";
    private const string One = "/directories/{key}";

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapDirectories(this IEndpointRouteBuilder api)
    {
        api.MapGet(List, ListAsync).WithSummary("The directories: state, since when, what to do, counts and syncs.");
        api.MapOtherMethods(List, HttpMethods.Get);
        api.MapGet(One, GetAsync).WithSummary("One directory.");
        api.MapOtherMethods(One, HttpMethods.Get);
        return api;
    }

    private static async Task<Ok<List<DirectoryView>>> ListAsync(
        DirectoryStore directories, DirectoryViews views, CancellationToken cancellationToken)
    {
        var list = new List<DirectoryView>();
        foreach (var directory in await directories.ListAsync(cancellationToken))
        {
            list.Add(await views.OfAsync(directory, cancellationToken));
        }

        return TypedResults.Ok(list);
    }

    private static async Task<Results<Ok<DirectoryView>, ProblemHttpResult>> GetAsync(
        string key, DirectoryStore directories, DirectoryViews views, CancellationToken cancellationToken) =>
        await directories.FindAsync(key, cancellationToken) is { } directory
            ? TypedResults.Ok(await views.OfAsync(directory, cancellationToken))
            : AdminApi.NoSuchDirectory(key);
}
