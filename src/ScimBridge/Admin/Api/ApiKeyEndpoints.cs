using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Actions;
using ScimBridge.Admin.Reference;

namespace ScimBridge.Admin.Api;

/// <summary>Keys of the admin API, and whose the one is that a request came with.</summary>
internal static class ApiKeyEndpoints
{
    private const string List = "/api-keys";
    private const string One = "/api-keys/{id}";
    private const string Me = "/me";

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapApiKeys(this IEndpointRouteBuilder api)
    {
        api.MapGet(List, ListAsync).WithSummary("The keys of the admin API, without their secrets.");
        api.MapPost(List, CreateAsync).TakesBody<ApiKeyBody>().WithSummary("Makes a key, which is shown this once.");
        api.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        api.MapDelete(One, RevokeAsync).WithSummary("Revokes a key: it opens nothing from the next request on.");
        api.MapOtherMethods(One, HttpMethods.Delete);
        api.MapGet(Me, GetMe).WithSummary("Who the key says that the caller is.");
        api.MapOtherMethods(Me, HttpMethods.Get);
        return api;
    }

    private static async Task<Ok<List<ApiKeyView>>> ListAsync(ApiKeyActions keys, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Ok((await keys.ListAsync(cancellationToken)).Select(key => ApiKeyView.Of(key, time.GetUtcNow())).ToList());

    private static async Task<Results<Created<ApiKeyMadeView>, ProblemHttpResult>> CreateAsync(
        HttpContext context, ApiKeyActions keys, TimeProvider time, CancellationToken cancellationToken)
    {
        var (body, fault) = await ApiRequests.BodyAsync<ApiKeyBody>(context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        if (body!.Name is not { } name || AdminRoles.Of(body.Role) is not { } role)
        {
            return ApiRequests.Bad($"Give a name, and as role one of {AdminRoles.All}.");
        }

        var now = time.GetUtcNow();
        var outcome = await keys.CreateAsync(
            AuditActor.Of(context), name, role, Ending.Of(body.ExpiresInDays, body.ExpiresAt, now), cancellationToken);
        return outcome.IsDone
            ? TypedResults.Created((string?)null, new ApiKeyMadeView(outcome.Value.Secret, ApiKeyView.Of(outcome.Value.Key, now)))
            : ApiRequests.Problem(outcome.Refusal);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(
        string id, HttpContext context, ApiKeyActions keys, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var keyId))
        {
            return ApiRequests.Problem(ApiKeyActions.NoSuchKey(id));
        }

        var outcome = await keys.RevokeAsync(AuditActor.Of(context), keyId, cancellationToken);
        return outcome.IsDone ? TypedResults.NoContent() : ApiRequests.Problem(outcome.Refusal);
    }

    private static Ok<MeView> GetMe(HttpContext context) =>
        TypedResults.Ok(new MeView(AuditActor.Of(context).Name, AdminRoles.Of(context.User)!.Value));
}
