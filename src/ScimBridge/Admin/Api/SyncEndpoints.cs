using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Reference;
using ScimBridge.Employees;
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
        string key, string? count, DirectoryStore directories, SyncRunStore runs, CancellationToken cancellationToken)
    {
        if (!ApiRequests.TryCount(count, DefaultCount, MostRuns, out var wanted))
        {
            return ApiRequests.BadCount(MostRuns);
        }

        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        var newest = await runs.ListAsync(new DirectoryId(directory.Id), wanted, cancellationToken);
        return TypedResults.Ok(newest.Select(SyncView.Of).ToList());
    }

    private static async Task<Results<Accepted<SyncRequestView>, ProblemHttpResult>> PostAsync(
        string key, HttpContext context, ApiRequests requests, SyncTriggers triggers, CancellationToken cancellationToken)
    {
        var (directory, body, fault) = await requests.OpenAsync<SyncBody>(key, context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        if (directory.Paused)
        {
            return ApiRequests.Conflict($"Directory '{key}' is paused. Declare it in the settings again to sync it.");
        }

        if (directory.SyncPausedSince is not null && body.Kind != "dry_run")
        {
            return ApiRequests.Conflict($"Syncing of directory '{key}' is paused: {directory.SyncPauseReason} Resume it by POST to /api/v1/directories/{key}/resume.");
        }

        await requests.NoteAsync(context, directory, "sync.request", body.EmployeeId, body.Kind);
        switch (body.Kind)
        {
            case "full":
                return await requests.AskAsync(context, directory, SyncRequest.Full(SyncTrigger.Api), cancellationToken);
            case "dry_run":
                return await requests.AskAsync(context, directory, new SyncRequest(SyncKind.DryRun, SyncTrigger.Api), cancellationToken);
            case "person" when body is { EmployeeId.Length: > 0 } or { Email.Length: > 0 }:
                return await PersonAsync(body, context, directory, requests, triggers, cancellationToken);
            default:
                return ApiRequests.Bad("kind is full, dry_run, or person with an employeeId or email.");
        }
    }

    private static async Task<Results<Accepted<SyncRequestView>, ProblemHttpResult>> PersonAsync(
        SyncBody body, HttpContext context, DirectoryRecord directory, ApiRequests requests, SyncTriggers triggers, CancellationToken cancellationToken)
    {
        var (id, by) = (new DirectoryId(directory.Id), AuditActor.Of(context).Name);
        try
        {
            var asked = body.EmployeeId is { Length: > 0 } employeeId
                ? await triggers.RequestPersonAsync(id, employeeId, by, cancellationToken)
                : await triggers.RequestPersonByEmailAsync(directory, body.Email!, by, cancellationToken);
            if (asked is not { } runId)
            {
                return ApiRequests.NotFound("HiBob shows the service user nobody with that e-mail address.");
            }

            return await requests.AcceptedAsync(context, directory, runId, cancellationToken);
        }
        catch (EmployeeSourceException unreachable)
        {
            return TypedResults.Problem(unreachable.Message, statusCode: StatusCodes.Status502BadGateway);
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> CancelAsync(
        string key, string id, HttpContext context, ApiRequests requests, SyncRunStore runs, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        switch (Guid.TryParse(id, out var runId)
            ? await runs.RequestCancelAsync(new DirectoryId(directory.Id), runId, AuditActor.Of(context).Name, cancellationToken)
            : CancelAnswer.NoSuchRun)
        {
            case CancelAnswer.NoSuchRun:
                return ApiRequests.NotFound($"Directory '{key}' has no sync '{id}'.");
            case CancelAnswer.Over:
                return ApiRequests.Conflict($"Sync {id} is over.");
            default:
                await requests.NoteAsync(context, directory, "sync.cancel", runId.ToString(), null);
                return TypedResults.NoContent();
        }
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
            return ApiRequests.NotFound($"Directory '{key}' has no sync '{id}'.");
        }

        var issues = await runs.IssuesAsync(directoryId, runId, MostIssues, cancellationToken);
        return TypedResults.Ok(new SyncDetailView(
            SyncView.Of(run),
            [.. issues.Select(issue => new SyncIssueView(issue.EmployeeId, issue.Code, issue.Detail, issue.Advice))],
            await runs.CountIssuesAsync(directoryId, runId, cancellationToken)));
    }
}
