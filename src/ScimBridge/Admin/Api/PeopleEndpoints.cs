using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Actions;
using ScimBridge.Admin.Reference;
using ScimBridge.Storage;
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
        string key, HttpContext context, ApiRequests requests, SyncActions syncs, CancellationToken cancellationToken)
    {
        var (_, body, fault) = await requests.OpenAsync<ErasureBody>(key, context, cancellationToken);
        return fault ?? await requests.AnswerAsync(
            context, key, await syncs.EraseAsync(AuditActor.Of(context), key, body.EmployeeId, cancellationToken), cancellationToken);
    }
}
