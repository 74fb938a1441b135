using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Actions;
using ScimBridge.Admin.Reference;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>Plans: what syncs did or would do, and the decision about one that waits.</summary>
internal static class PlanEndpoints
{
    private const string List = "/directories/{key}/plans";
    private const string One = "/directories/{key}/plans/{id}";
    private const int MostPlans = 100;
    private const int MostChanges = 500;

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapPlans(this IEndpointRouteBuilder api)
    {
        api.MapGet(List, ListAsync).WithSummary("The directory's plans, the newest first.");
        api.MapOtherMethods(List, HttpMethods.Get);
        api.MapGet(One, GetAsync).WithSummary("One plan: how many changes of each kind, and if held, why.");
        api.MapOtherMethods(One, HttpMethods.Get);
        api.MapGet(One + "/changes", ChangesAsync).WithSummary("A plan's changes, each attribute with its old and new value.");
        api.MapOtherMethods(One + "/changes", HttpMethods.Get);
        api.MapPost(One + "/approve", (string key, string id, HttpContext context, ApiRequests requests, PlanActions plans, CancellationToken cancellationToken) =>
            DecideAsync(key, id, approve: true, context, requests, plans, cancellationToken))
            .TakesBody<DecisionBody>(isOptional: true).WithSummary("Has a held plan applied exactly as shown.");
        api.MapOtherMethods(One + "/approve", HttpMethods.Post);
        api.MapPost(One + "/reject", (string key, string id, HttpContext context, ApiRequests requests, PlanActions plans, CancellationToken cancellationToken) =>
            DecideAsync(key, id, approve: false, context, requests, plans, cancellationToken))
            .TakesBody<DecisionBody>(isOptional: true).WithSummary("Discards a held plan.");
        api.MapOtherMethods(One + "/reject", HttpMethods.Post);
        return api;
    }

    private static async Task<Results<Ok<List<PlanView>>, ProblemHttpResult>> ListAsync(
        string key, string? count, string? before, HttpContext context, ApiRequests requests, PlanStore plans, CancellationToken cancellationToken)
    {
        if (!ApiRequests.TryCount(count, usual: 20, MostPlans, out var most))
        {
            return ApiRequests.BadCount(MostPlans);
        }

        if (!ApiRequests.TryMoment(before, out var until))
        {
            return ApiRequests.Bad("before is a moment, the at of the last plan of the page before.");
        }

        return await requests.FindAsync(key, cancellationToken) is { } directory
            ? TypedResults.Ok(ApiPaging.Page(
                    context, await plans.ListAsync(new DirectoryId(directory.Id), until, most + 1, cancellationToken), most, "before", plan => ApiPaging.Moment(plan.At))
                .Select(plan => PlanView.Of(plan, null)).ToList())
            : AdminApi.NoSuchDirectory(key);
    }

    private static async Task<Results<Ok<PlanView>, ProblemHttpResult>> GetAsync(
        string key, string id, ApiRequests requests, PlanStore plans, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        return await FindAsync(plans, directory, id, cancellationToken) is { } plan
            ? TypedResults.Ok(PlanView.Of(plan, await plans.CountsAsync(plan.RunId, cancellationToken)))
            : NoSuchPlan(key, id);
    }

    private static async Task<Results<Ok<List<PlanChangeView>>, ProblemHttpResult>> ChangesAsync(
        string key, string id, string? kind, string? after, string? count, HttpContext context, ApiRequests requests, PlanStore plans, CancellationToken cancellationToken)
    {
        if (!ApiRequests.TryCount(count, usual: 100, MostChanges, out var most))
        {
            return ApiRequests.BadCount(MostChanges);
        }

        var from = 0L;
        var wanted = Enum.GetValues<PlanChangeKind>().Where(value => AdminApi.Word(value) == kind).Cast<PlanChangeKind?>().FirstOrDefault();
        if ((kind is not null && wanted is null) || (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out from)))
        {
            return ApiRequests.Bad(
                $"kind is one of {string.Join(", ", Enum.GetValues<PlanChangeKind>().Select(AdminApi.Word))}, and after the id of a change.");
        }

        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        return await FindAsync(plans, directory, id, cancellationToken) is { } plan
            ? TypedResults.Ok(ApiPaging.Page(
                    context,
                    await plans.ChangesAsync(new DirectoryId(directory.Id), plan.RunId, wanted, from, most + 1, cancellationToken),
                    most,
                    "after",
                    change => ApiPaging.Number(change.RowId))
                .Select(PlanChangeView.Of).ToList())
            : NoSuchPlan(key, id);
    }

    private static async Task<Results<Accepted<SyncRequestView>, NoContent, ProblemHttpResult>> DecideAsync(
        string key, string id, bool approve, HttpContext context, ApiRequests requests, PlanActions plans, CancellationToken cancellationToken)
    {
        var (_, body, fault) = await requests.OpenAsync<DecisionBody>(key, context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        var decided = await plans.DecideAsync(AuditActor.Of(context), key, id, approve, body.Note, cancellationToken);
        if (!decided.IsDone)
        {
            return ApiRequests.Problem(decided.Refusal);
        }

        if (decided.Value.RunId is not { } runId)
        {
            return TypedResults.NoContent();
        }

        var answer = await requests.AnswerAsync(context, key, runId, cancellationToken);
        return answer.Result is Accepted<SyncRequestView> accepted ? accepted : (ProblemHttpResult)answer.Result;
    }

    private static async Task<PlanRecord?> FindAsync(PlanStore plans, DirectoryRecord directory, string id, CancellationToken cancellationToken) =>
        Guid.TryParse(id, out var runId) ? await plans.FindAsync(new DirectoryId(directory.Id), runId, cancellationToken) : null;

    private static ProblemHttpResult NoSuchPlan(string key, string id) => ApiRequests.NotFound($"Directory '{key}' has no plan '{id}'.");
}
