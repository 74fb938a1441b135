using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync;

namespace ScimBridge.Admin.Api;

/// <summary>Syncs: asking for one, and what came of them.</summary>
internal static class SyncEndpoints
{
    private const string List = "/directories/{key}/syncs";
    private const string One = "/directories/{key}/syncs/{id}";
    private const int DefaultCount = 20;
    private const int MostRuns = 100;
    private const int MostIssues = 100;

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapSyncs(this IEndpointRouteBuilder api)
    {
        api.MapGet(List, ListAsync);
        api.MapPost(List, PostAsync);
        api.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        api.MapGet(One, GetAsync);
        api.MapOtherMethods(One, HttpMethods.Get);
        return api;
    }

    private static async Task<Results<Ok<List<SyncView>>, ProblemHttpResult>> ListAsync(
        string key, string? count, DirectoryStore directories, SyncRunStore runs, CancellationToken cancellationToken)
    {
        var wanted = DefaultCount;
        if (count is not null
            && (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out wanted) || wanted is < 1 or > MostRuns))
        {
            return TypedResults.Problem($"count must lie between 1 and {MostRuns}.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        var newest = await runs.ListAsync(new DirectoryId(directory.Id), wanted, cancellationToken);
        return TypedResults.Ok(newest.Select(SyncView.Of).ToList());
    }

    private static async Task<Results<Accepted<SyncRequestView>, ProblemHttpResult>> PostAsync(
        string key, HttpContext context, DirectoryStore directories, SyncRunStore runs, SyncTriggers triggers, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        if (directory.Paused)
        {
            return TypedResults.Problem(
                $"Directory '{key}' is paused. Declare it in the settings again to sync it.", statusCode: StatusCodes.Status409Conflict);
        }

        var id = new DirectoryId(directory.Id);
        var runId = await triggers.RequestAsync(id, SyncTrigger.Api, cancellationToken);
        var run = await runs.FindAsync(id, runId, cancellationToken);
        var location = $"{context.Request.PathBase}{AdminPaths.Api}/directories/{directory.Key}/syncs/{runId}";
        return TypedResults.Accepted(location, new SyncRequestView(runId, AdminApi.Word(run?.State ?? SyncRunState.Queued), location));
    }

    private static async Task<Results<Ok<SyncDetailView>, ProblemHttpResult>> GetAsync(
        string key, string id, DirectoryStore directories, SyncRunStore runs, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        var directoryId = new DirectoryId(directory.Id);
        if (!Guid.TryParse(id, out var runId) || await runs.FindAsync(directoryId, runId, cancellationToken) is not { } run)
        {
            return TypedResults.Problem($"Directory '{key}' has no sync '{id}'.", statusCode: StatusCodes.Status404NotFound);
        }

        var issues = await runs.IssuesAsync(directoryId, runId, MostIssues, cancellationToken);
        return TypedResults.Ok(new SyncDetailView(
            SyncView.Of(run),
            [.. issues.Select(issue => new SyncIssueView(issue.EmployeeId, issue.Code, issue.Detail, issue.Advice))],
            await runs.CountIssuesAsync(directoryId, runId, cancellationToken)));
    }
}
