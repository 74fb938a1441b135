using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Actions;
using ScimBridge.Admin.Reference;
using ScimBridge.Storage;

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
        api.MapGet(List, ListAsync).WithSummary("The directory's runs, the newest first.");
        api.MapPost(List, PostAsync).TakesBody<SyncBody>(isOptional: true).WithSummary("Asks for a sync of everybody or of one person, or for one that applies nothing.");
        api.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        api.MapGet(One, GetAsync).WithSummary("One run: stage, counts, outcome, ledger and what the permission check found.");
        api.MapOtherMethods(One, HttpMethods.Get);
        api.MapPost(One + "/cancel", CancelAsync).WithSummary("Stops a run that waits or runs.");
        api.MapOtherMethods(One + "/cancel", HttpMethods.Post);
        return api;
    }

    private static async Task<Results<Ok<List<SyncView>>, ProblemHttpResult>> ListAsync(
        string key, string? before, string? count, HttpContext context, DirectoryStore directories, SyncRunStore runs, CancellationToken cancellationToken)
    {
        if (!ApiRequests.TryCount(count, DefaultCount, MostRuns, out var wanted))
        {
            return ApiRequests.BadCount(MostRuns);
        }

        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        var directoryId = new DirectoryId(directory.Id);
        var last = Guid.TryParse(before, out var runId) ? await runs.FindAsync(directoryId, runId, cancellationToken) : null;
        if (before is not null && last is null)
        {
            return ApiRequests.Bad("before is the id of the last sync of the page before, and must still be kept; begin without it.");
        }

        var list = await runs.ListAsync(directoryId, last, wanted + 1, cancellationToken);
        return TypedResults.Ok(ApiPaging.Page(context, list, wanted, "before", run => run.Id.ToString()).Select(SyncView.Of).ToList());
    }

    private static async Task<Results<Accepted<SyncRequestView>, ProblemHttpResult>> PostAsync(
        string key, HttpContext context, ApiRequests requests, SyncActions syncs, CancellationToken cancellationToken)
    {
        var (_, body, fault) = await requests.OpenAsync<SyncBody>(key, context, cancellationToken);
        return fault ?? await requests.AnswerAsync(
            context,
            key,
            await syncs.RequestAsync(
                AuditActor.Of(context), key, new SyncWish(body.Kind) { EmployeeId = body.EmployeeId, Email = body.Email }, cancellationToken),
            cancellationToken);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> CancelAsync(
        string key, string id, HttpContext context, SyncActions syncs, CancellationToken cancellationToken) =>
        (await syncs.CancelAsync(AuditActor.Of(context), key, id, cancellationToken)).Refusal is { } refusal
            ? ApiRequests.Problem(refusal)
            : TypedResults.NoContent();

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
            return ApiRequests.NotFound($"Directory '{key}' has no sync '{id}'.");
        }

        var issues = await runs.IssuesAsync(directoryId, runId, MostIssues, cancellationToken);
        return TypedResults.Ok(new SyncDetailView(
            SyncView.Of(run),
            [.. issues.Select(issue => new SyncIssueView(issue.EmployeeId, issue.Code, issue.Detail, issue.Advice))],
            await runs.CountIssuesAsync(directoryId, runId, cancellationToken)));
    }
}
