using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Reference;
using ScimBridge.Mapping;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Reviewing;

namespace ScimBridge.Admin.Api;

/// <summary>Single people: why a user is as it is, what it was like, and forgetting somebody.</summary>
internal static class PeopleEndpoints
{
    private const string User = "/directories/{key}/users/{userId}";
    private const string Erasures = "/directories/{key}/erasures";

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapPeople(this IEndpointRouteBuilder api)
    {
        api.MapGet(User + "/explanation", ExplainAsync).WithSummary("Why a user is as it is: for each attribute its field, value and rule.");
        api.MapOtherMethods(User + "/explanation", HttpMethods.Get);
        api.MapGet(User + "/history", HistoryAsync).WithSummary("What a user was like, with what changed each time.");
        api.MapOtherMethods(User + "/history", HttpMethods.Get);
        api.MapPost(Erasures, EraseAsync).TakesBody<ErasureBody>().WithSummary("Forgets a person: answers with the run that does it.");
        api.MapOtherMethods(Erasures, HttpMethods.Post);
        return api;
    }

    private static async Task<Results<Ok<UserReview>, ProblemHttpResult>> ExplainAsync(
        string key, string userId, ApiRequests requests, UserReviewer reviewer, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        return await reviewer.ExplainAsync(directory, userId, cancellationToken) is { } review
            ? TypedResults.Ok(review)
            : ApiRequests.NotFound($"Directory '{key}' has no user '{userId}'.");
    }

    private static async Task<Results<Ok<IReadOnlyList<UserVersion>>, ProblemHttpResult>> HistoryAsync(
        string key, string userId, ApiRequests requests, UserReviewer reviewer, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        return await reviewer.HistoryAsync(new DirectoryId(directory.Id), userId, cancellationToken) is { Count: > 0 } history
            ? TypedResults.Ok(history)
            : ApiRequests.NotFound($"Directory '{key}' keeps nothing of a user '{userId}'.");
    }

    private static async Task<Results<Accepted<SyncRequestView>, ProblemHttpResult>> EraseAsync(
        string key, HttpContext context, ApiRequests requests, ErasureStore erasures, CancellationToken cancellationToken)
    {
        var (directory, body, fault) = await requests.OpenAsync<ErasureBody>(key, context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        if (body.EmployeeId is not { Length: > 0 } employeeId
            || !await erasures.KeepsAsync(new DirectoryId(directory.Id), employeeId, ResourceIds.User(directory.Key, employeeId), cancellationToken))
        {
            return ApiRequests.NotFound($"Nothing is kept of an employee '{body.EmployeeId}' in directory '{key}'. Name the HR system's id as employeeId.");
        }

        var asked = await requests.AskAsync(
            context,
            directory,
            new SyncRequest(SyncKind.Erasure, SyncTrigger.Api) { Subject = JsonSerializer.Serialize(new[] { employeeId }) },
            cancellationToken);
        if (asked.Result is Accepted<SyncRequestView>)
        {
            await requests.NoteAsync(context, directory, "person.erase", employeeId, null);
        }

        return asked;
    }
}
