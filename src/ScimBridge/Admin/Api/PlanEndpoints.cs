using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Watch;

namespace ScimBridge.Admin.Api;

/// <summary>Plans: what syncs did or would do, and the decision about one that waits.</summary>
internal static class PlanEndpoints
{
    private const string List = "/directories/{key}/plans";
    private const string One = "/directories/{key}/plans/{id:guid}";
    private const int MostPlans = 100;
    private const int MostChanges = 500;

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapPlans(this IEndpointRouteBuilder api)
    {
        api.MapGet(List, ListAsync);
        api.MapOtherMethods(List, HttpMethods.Get);
        api.MapGet(One, GetAsync);
        api.MapOtherMethods(One, HttpMethods.Get);
        api.MapGet(One + "/changes", ChangesAsync);
        api.MapOtherMethods(One + "/changes", HttpMethods.Get);
        api.MapPost(One + "/approve", (string key, Guid id, HttpContext context, ApiRequests requests, PlanStore plans, CancellationToken cancellationToken) =>
            DecideAsync(key, id, approve: true, context, requests, plans, cancellationToken));
        api.MapOtherMethods(One + "/approve", HttpMethods.Post);
        api.MapPost(One + "/reject", (string key, Guid id, HttpContext context, ApiRequests requests, PlanStore plans, CancellationToken cancellationToken) =>
            DecideAsync(key, id, approve: false, context, requests, plans, cancellationToken));
        api.MapOtherMethods(One + "/reject", HttpMethods.Post);
        return api;
    }

    private static async Task<Results<Ok<List<PlanView>>, ProblemHttpResult>> ListAsync(
        string key, string? count, DateTimeOffset? before, ApiRequests requests, PlanStore plans, CancellationToken cancellationToken)
    {
        if (!ApiRequests.TryCount(count, usual: 20, MostPlans, out var most))
        {
            return ApiRequests.BadCount(MostPlans);
        }

        return await requests.FindAsync(key, cancellationToken) is { } directory
            ? TypedResults.Ok((await plans.ListAsync(new DirectoryId(directory.Id), before, most, cancellationToken)).Select(plan => PlanView.Of(plan, null)).ToList())
            : AdminApi.NoSuchDirectory(key);
    }

    private static async Task<Results<Ok<PlanView>, ProblemHttpResult>> GetAsync(
        string key, Guid id, ApiRequests requests, PlanStore plans, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        return await plans.FindAsync(new DirectoryId(directory.Id), id, cancellationToken) is { } plan
            ? TypedResults.Ok(PlanView.Of(plan, await plans.CountsAsync(id, cancellationToken)))
            : NoSuchPlan(key, id);
    }

    private static async Task<Results<Ok<List<PlanChangeView>>, ProblemHttpResult>> ChangesAsync(
        string key, Guid id, string? kind, string? after, string? count, ApiRequests requests, PlanStore plans, CancellationToken cancellationToken)
    {
        if (!ApiRequests.TryCount(count, usual: 100, MostChanges, out var most))
        {
            return ApiRequests.BadCount(MostChanges);
        }

        var from = 0L;
        var wanted = Enum.GetValues<PlanChangeKind>().Where(value => AdminApi.Word(value) == kind).Cast<PlanChangeKind?>().FirstOrDefault();
        if ((kind is not null && wanted is null) || (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out from)))
        {
            return TypedResults.Problem(
                $"kind is one of {string.Join(", ", Enum.GetValues<PlanChangeKind>().Select(AdminApi.Word))}, and after the id of a change.",
                statusCode: StatusCodes.Status400BadRequest);
        }

        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        var directoryId = new DirectoryId(directory.Id);
        return await plans.FindAsync(directoryId, id, cancellationToken) is not null
            ? TypedResults.Ok((await plans.ChangesAsync(directoryId, id, wanted, from, most, cancellationToken)).Select(PlanChangeView.Of).ToList())
            : NoSuchPlan(key, id);
    }

    private static async Task<Results<Accepted<SyncRequestView>, NoContent, ProblemHttpResult>> DecideAsync(
        string key, Guid id, bool approve, HttpContext context, ApiRequests requests, PlanStore plans, CancellationToken cancellationToken)
    {
        var (body, fault) = await ApiRequests.BodyAsync<DecisionBody>(context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        var directoryId = new DirectoryId(directory.Id);
        if (await plans.FindAsync(directoryId, id, cancellationToken) is not { } plan)
        {
            return NoSuchPlan(key, id);
        }

        if (!await plans.DecideAsync(directoryId, id, new PlanDecision(approve, AuditActor.Of(context).Name, body!.Note), cancellationToken))
        {
            var waits = await plans.HeldAsync(directoryId, cancellationToken);
            return ApiRequests.Conflict(
                $"Plan {id} does not wait for a decision: it is {AdminApi.Word(plan.State)}. {(waits is null ? "No plan waits." : $"The plan that waits is {waits.RunId}.")}");
        }

        // Decided is decided: what follows is done though the caller may have gone.
        await requests.NoteAsync(
            context, directory, approve ? "plan.approve" : "plan.reject", id.ToString(), body.Note, approve ? EventKinds.PlanApproved : EventKinds.PlanRejected);
        if (!approve)
        {
            return TypedResults.NoContent();
        }

        var asked = await requests.AskAsync(
            context, directory, new SyncRequest(SyncKind.Approval, SyncTrigger.Api) { Subject = id.ToString() }, CancellationToken.None);
        return asked.Result switch
        {
            Accepted<SyncRequestView> accepted => accepted,
            ProblemHttpResult problem => await WaitAgainAsync(problem, directoryId, id, plans),
            _ => throw new InvalidOperationException("A request for a run has no other answer."),
        };
    }

    private static async Task<ProblemHttpResult> WaitAgainAsync(ProblemHttpResult problem, DirectoryId directory, Guid id, PlanStore plans)
    {
        await plans.WaitAgainAsync(directory, id, CancellationToken.None);
        return problem;
    }

    private static ProblemHttpResult NoSuchPlan(string key, Guid id) => ApiRequests.NotFound($"Directory '{key}' has no plan '{id}'.");
}
