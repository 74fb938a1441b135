using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Reference;
using ScimBridge.Directories;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Doctor;

namespace ScimBridge.Admin.Api;

/// <summary>What goes on in a directory: the permission check, events, webhooks, and who did what.</summary>
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
        api.MapGet(Directory + "/events", EventsAsync).WithSummary("What happened in the directory, the newest first.");
        api.MapOtherMethods(Directory + "/events", HttpMethods.Get);
        api.MapPut(Directory + "/webhook-secret", SetSecretAsync).TakesBody<WebhookSecretBody>().WithSummary("Sets the secret that HiBob signs webhooks with; it is never shown again.");
        api.MapDelete(Directory + "/webhook-secret", RemoveSecretAsync).WithSummary("Forgets the webhook secret: webhooks are refused from then on.");
        api.MapOtherMethods(Directory + "/webhook-secret", HttpMethods.Put, HttpMethods.Delete);
        api.MapGet(Directory + "/webhook-deliveries", DeliveriesAsync).WithSummary("The webhooks that came, and what was made of them.");
        api.MapOtherMethods(Directory + "/webhook-deliveries", HttpMethods.Get);
        api.MapGet("/audit", AuditAsync).WithSummary("Who did what, when and from where, the newest first.");
        api.MapOtherMethods("/audit", HttpMethods.Get);
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
        string key, HttpContext context, ApiRequests requests, PermissionCheck check, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        await requests.NoteAsync(context, directory, "directory.check", null, null);
        return TypedResults.Ok(await check.RunAsync(directory, cancellationToken));
    }

    private static async Task<Results<Ok<List<EventView>>, ProblemHttpResult>> EventsAsync(
        string key, string? before, string? count, ApiRequests requests, DirectoryEventStore events, CancellationToken cancellationToken)
    {
        if (!ApiRequests.TryCount(count, usual: 50, Most, out var most))
        {
            return ApiRequests.BadCount(Most);
        }

        if (!ApiRequests.TryNumber(before, out var below))
        {
            return BadBefore();
        }

        return await requests.FindAsync(key, cancellationToken) is { } directory
            ? TypedResults.Ok((await events.ListAsync(new DirectoryId(directory.Id), below, most, cancellationToken))
                .Select(row => new EventView(row.Id, row.At.UtcDateTime, row.Kind, row.Detail, row.RunId)).ToList())
            : AdminApi.NoSuchDirectory(key);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SetSecretAsync(
        string key, HttpContext context, ApiRequests requests, WebhookSecrets secrets, CancellationToken cancellationToken)
    {
        var (directory, body, fault) = await requests.OpenAsync<WebhookSecretBody>(key, context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        if (body.Secret is not { } secret || WebhookSecrets.Weakness(secret) is not null)
        {
            return ApiRequests.Bad(
                $"secret is what HiBob shows when the webhook is made, of {WebhookSecrets.Shortest} to {WebhookSecrets.Longest} characters.");
        }

        await secrets.SetAsync(directory, secret, cancellationToken);
        await requests.NoteAsync(context, directory, "webhook.secret_set", null, null);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveSecretAsync(
        string key, HttpContext context, ApiRequests requests, WebhookSecrets secrets, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        await secrets.SetAsync(directory, null, cancellationToken);
        await requests.NoteAsync(context, directory, "webhook.secret_remove", null, null);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<List<WebhookDeliveryView>>, ProblemHttpResult>> DeliveriesAsync(
        string key, ApiRequests requests, WebhookDeliveryStore deliveries, CancellationToken cancellationToken) =>
        await requests.FindAsync(key, cancellationToken) is { } directory
            ? TypedResults.Ok((await deliveries.ListAsync(new DirectoryId(directory.Id), null, Most, cancellationToken))
                .Select(row => new WebhookDeliveryView(row.Id, row.At.UtcDateTime, row.Type, row.EmployeeId, row.Result)).ToList())
            : AdminApi.NoSuchDirectory(key);

    private static async Task<Results<Ok<IReadOnlyList<AuditRecord>>, ProblemHttpResult>> AuditAsync(
        string? directory, string? actor, string? action, string? before, string? count, AuditStore audit, CancellationToken cancellationToken)
    {
        if (!ApiRequests.TryCount(count, usual: 50, Most, out var most))
        {
            return ApiRequests.BadCount(Most);
        }

        return ApiRequests.TryNumber(before, out var below)
            ? TypedResults.Ok(await audit.ListAsync(
                new AuditQuery { DirectoryKey = directory, Actor = actor, Action = action, Before = below, Most = most }, cancellationToken))
            : BadBefore();
    }

    private static ProblemHttpResult BadBefore() => ApiRequests.Bad("before is the id of the last row of the page before.");
}
