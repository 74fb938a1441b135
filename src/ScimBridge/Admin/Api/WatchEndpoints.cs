using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Actions;
using ScimBridge.Admin.Reference;
using ScimBridge.Storage;
using ScimBridge.Sync.Doctor;

namespace ScimBridge.Admin.Api;

/// <summary>What goes on in a directory: the permission check, events and webhooks.</summary>
internal static class WatchEndpoints
{
    private const string Directory = "/directories/{key}";
    private const int Most = 200;

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapWatching(this IEndpointRouteBuilder api)
    {
        api.MapGet(Directory + "/check", CheckAsync).WithSummary("The newest permission check, field by field.");
        api.MapPost(Directory + "/check", RunCheckAsync).WithSummary("Reads everybody for a permission check now, and applies nothing.");
        api.MapOtherMethods(Directory + "/check", HttpMethods.Get, HttpMethods.Post);
        api.MapGet(Directory + "/rate-budgets", BudgetsAsync).WithSummary("How many more requests HiBob took, endpoint by endpoint, when the directory was last read.");
        api.MapOtherMethods(Directory + "/rate-budgets", HttpMethods.Get);
        api.MapGet(Directory + "/events", EventsAsync).WithSummary("What happened in the directory, the newest first.");
        api.MapOtherMethods(Directory + "/events", HttpMethods.Get);
        api.MapPut(Directory + "/webhook-secret", SetSecretAsync).TakesBody<WebhookSecretBody>().WithSummary("Sets the secret that HiBob signs webhooks with; it is never shown again.");
        api.MapDelete(Directory + "/webhook-secret", RemoveSecretAsync).WithSummary("Forgets the webhook secret: webhooks are refused from then on.");
        api.MapOtherMethods(Directory + "/webhook-secret", HttpMethods.Put, HttpMethods.Delete);
        api.MapGet(Directory + "/webhook-deliveries", DeliveriesAsync).WithSummary("The webhooks that came, and what was made of them.");
        api.MapOtherMethods(Directory + "/webhook-deliveries", HttpMethods.Get);
        return api;
    }

    private static async Task<Results<Ok<PermissionReport>, ProblemHttpResult>> CheckAsync(
        string key, ApiRequests requests, PermissionCheck check, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        return await check.FindAsync(new DirectoryId(directory.Id), cancellationToken) is { } report
            ? TypedResults.Ok(report)
            : ApiRequests.NotFound($"Directory '{key}' has not been checked yet. POST here to check it now.");
    }

    private static async Task<Results<Ok<PermissionReport>, ProblemHttpResult>> RunCheckAsync(
        string key, HttpContext context, CheckActions checks, CancellationToken cancellationToken)
    {
        var report = await checks.RunAsync(AuditActor.Of(context), key, cancellationToken);
        return report.IsDone ? TypedResults.Ok(report.Value) : ApiRequests.Problem(report.Refusal);
    }

    private static async Task<Results<Ok<List<RateBudgetView>>, ProblemHttpResult>> BudgetsAsync(
        string key, ApiRequests requests, SourceBudgetStore budgets, CancellationToken cancellationToken) =>
        await requests.FindAsync(key, cancellationToken) is { } directory
            ? TypedResults.Ok((await budgets.ListAsync(new DirectoryId(directory.Id), cancellationToken)).Select(RateBudgetView.Of).ToList())
            : AdminApi.NoSuchDirectory(key);

    private static async Task<Results<Ok<List<EventView>>, ProblemHttpResult>> EventsAsync(
        string key, string? before, string? count, HttpContext context, ApiRequests requests, DirectoryEventStore events, CancellationToken cancellationToken)
    {
        if (ApiRequests.PageFault(before, count, Most, out var below, out var most) is { } fault)
        {
            return fault;
        }

        return await requests.FindAsync(key, cancellationToken) is { } directory
            ? TypedResults.Ok(ApiPaging.Page(
                    context, await events.ListAsync(new DirectoryId(directory.Id), below, most + 1, cancellationToken), most, "before", row => ApiPaging.Number(row.Id))
                .Select(row => new EventView(row.Id, row.At.UtcDateTime, row.Kind, row.Detail, row.RunId)).ToList())
            : AdminApi.NoSuchDirectory(key);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SetSecretAsync(
        string key, HttpContext context, ApiRequests requests, WebhookActions webhooks, CancellationToken cancellationToken)
    {
        var (_, body, fault) = await requests.OpenAsync<WebhookSecretBody>(key, context, cancellationToken);
        return fault ?? Answer(await webhooks.SetAsync(AuditActor.Of(context), key, body.Secret, cancellationToken));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveSecretAsync(
        string key, HttpContext context, WebhookActions webhooks, CancellationToken cancellationToken) =>
        Answer(await webhooks.RemoveAsync(AuditActor.Of(context), key, cancellationToken));

    private static Results<NoContent, ProblemHttpResult> Answer(Outcome<string> outcome) =>
        outcome.IsDone ? TypedResults.NoContent() : ApiRequests.Problem(outcome.Refusal);

    private static async Task<Results<Ok<List<WebhookDeliveryView>>, ProblemHttpResult>> DeliveriesAsync(
        string key, string? before, string? count, HttpContext context, ApiRequests requests, WebhookDeliveryStore deliveries, CancellationToken cancellationToken)
    {
        if (ApiRequests.PageFault(before, count, Most, out var below, out var most) is { } fault)
        {
            return fault;
        }

        return await requests.FindAsync(key, cancellationToken) is { } directory
            ? TypedResults.Ok(ApiPaging.Page(
                    context, await deliveries.ListAsync(new DirectoryId(directory.Id), below, most + 1, cancellationToken), most, "before", row => ApiPaging.Number(row.Id))
                .Select(row => new WebhookDeliveryView(row.Id, row.At.UtcDateTime, row.Type, row.EmployeeId, row.Result)).ToList())
            : AdminApi.NoSuchDirectory(key);
    }
}
