using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Actions;
using ScimBridge.Admin.Reference;

namespace ScimBridge.Admin.Api;

/// <summary>A directory's SCIM tokens: which there are, making, rotating and revoking them.</summary>
internal static class TokenEndpoints
{
    private const string List = "/directories/{key}/tokens";
    private const string One = "/directories/{key}/tokens/{id}";

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapTokens(this IEndpointRouteBuilder api)
    {
        api.MapGet(List, ListAsync).WithSummary("The directory's SCIM tokens, the newest first, without their secrets.");
        api.MapPost(List, MakeAsync).TakesBody<TokenDraft>().WithSummary("Makes a SCIM token: this answer alone has its secret.");
        api.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        api.MapGet(One, GetAsync).WithSummary("One SCIM token, without its secret.");
        api.MapDelete(One, RevokeAsync).WithSummary("Revokes a SCIM token from the next request on.");
        api.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Delete);
        api.MapPost(One + "/rotate", RotateAsync).TakesBody<RotationBody>(isOptional: true).WithSummary("Makes a SCIM token in another's place, which works for some hours more.");
        api.MapOtherMethods(One + "/rotate", HttpMethods.Post);
        return api;
    }

    private static async Task<Results<Ok<IReadOnlyList<TokenView>>, ProblemHttpResult>> ListAsync(
        string key, TokenActions tokens, CancellationToken cancellationToken)
    {
        var listed = await tokens.ListAsync(key, cancellationToken);
        return listed.IsDone ? TypedResults.Ok(listed.Value) : ApiRequests.Problem(listed.Refusal);
    }

    private static async Task<Results<Ok<TokenView>, ProblemHttpResult>> GetAsync(
        string key, string id, TokenActions tokens, CancellationToken cancellationToken)
    {
        var found = await tokens.FindAsync(key, id, cancellationToken);
        return found.IsDone ? TypedResults.Ok(found.Value) : ApiRequests.Problem(found.Refusal);
    }

    private static async Task<Results<Created<TokenMadeView>, ProblemHttpResult>> MakeAsync(
        string key, HttpContext context, TokenActions tokens, CancellationToken cancellationToken)
    {
        var (body, fault) = await ApiRequests.BodyAsync<TokenDraft>(context, cancellationToken);
        return body is null ? fault! : Created(context, key, await tokens.MakeAsync(AuditActor.Of(context), key, body, cancellationToken));
    }

    private static async Task<Results<Created<TokenMadeView>, ProblemHttpResult>> RotateAsync(
        string key, string id, HttpContext context, TokenActions tokens, CancellationToken cancellationToken)
    {
        var (body, fault) = await ApiRequests.BodyAsync<RotationBody>(context, cancellationToken);
        return body is null
            ? fault!
            : Created(context, key, await tokens.RotateAsync(AuditActor.Of(context), key, id, body.OverlapHours, cancellationToken));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(
        string key, string id, HttpContext context, TokenActions tokens, CancellationToken cancellationToken)
    {
        var revoked = await tokens.RevokeAsync(AuditActor.Of(context), key, id, cancellationToken);
        return revoked.IsDone ? TypedResults.NoContent() : ApiRequests.Problem(revoked.Refusal);
    }

    private static Results<Created<TokenMadeView>, ProblemHttpResult> Created(HttpContext context, string key, Outcome<TokenMadeView> made) => made.IsDone
        ? TypedResults.Created($"{context.Request.PathBase}{AdminPaths.Api}/directories/{key}/tokens/{made.Value.Details.Id}", made.Value)
        : ApiRequests.Problem(made.Refusal);
}
