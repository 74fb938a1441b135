using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Actions;
using ScimBridge.Admin.Reference;

namespace ScimBridge.Admin.Api;

/// <summary>A directory's setup links: which there are, making and ending them.</summary>
internal static class SetupLinkEndpoints
{
    private const string List = "/directories/{key}/setup-links";
    private const string One = "/directories/{key}/setup-links/{id}";

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapSetupLinks(this IEndpointRouteBuilder api)
    {
        api.MapGet(List, ListAsync).WithSummary("The directory's setup links, the newest first.");
        api.MapPost(List, MakeAsync).TakesBody<SetupLinkBody>(isOptional: true).WithSummary("Makes a link by which the customer's own HiBob admin links the directory; it is shown this once.");
        api.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        api.MapDelete(One, EndAsync).WithSummary("Ends a setup link.");
        api.MapOtherMethods(One, HttpMethods.Delete);
        return api;
    }

    private static async Task<Results<Ok<List<SetupLinkView>>, ProblemHttpResult>> ListAsync(
        string key, SetupLinkActions actions, TimeProvider time, CancellationToken cancellationToken)
    {
        var links = await actions.ListAsync(key, cancellationToken);
        return links.IsDone
            ? TypedResults.Ok(links.Value.Select(link => SetupLinkView.Of(link, time.GetUtcNow())).ToList())
            : ApiRequests.Problem(links.Refusal);
    }

    private static async Task<Results<Created<SetupLinkMadeView>, ProblemHttpResult>> MakeAsync(
        string key, HttpContext context, SetupLinkActions actions, PublicAddress address, TimeProvider time, CancellationToken cancellationToken)
    {
        var (body, fault) = await ApiRequests.BodyAsync<SetupLinkBody>(context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        var made = await actions.MakeAsync(AuditActor.Of(context), key, body!.ExpiresInHours, cancellationToken);
        return made.IsDone
            ? TypedResults.Created(
                $"{context.Request.PathBase}{AdminPaths.Api}/directories/{key}/setup-links/{made.Value.Link.Id}",
                new SetupLinkMadeView(address.Of(context.Request, AdminPaths.SetupOf(made.Value.Token)), SetupLinkView.Of(made.Value.Link, time.GetUtcNow())))
            : ApiRequests.Problem(made.Refusal);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(
        string key, string id, HttpContext context, SetupLinkActions actions, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var linkId))
        {
            return ApiRequests.NotFound($"Directory '{key}' has no setup link '{id}'.");
        }

        var ended = await actions.EndAsync(AuditActor.Of(context), key, linkId, cancellationToken);
        return ended.IsDone ? TypedResults.NoContent() : ApiRequests.Problem(ended.Refusal);
    }
}
