using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Actions;
using ScimBridge.Admin.Reference;

namespace ScimBridge.Admin.Api;

/// <summary>Linking a directory to HiBob, checking its credentials and unlinking it.</summary>
internal static class CredentialEndpoints
{
    private const string One = "/directories/{key}/credentials";

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapCredentials(this IEndpointRouteBuilder api)
    {
        api.MapPut(One, PutAsync).TakesBody<CredentialsBody>().WithSummary("Checks a service user's credentials with HiBob, and stores them if they are good.");
        api.MapDelete(One, RemoveAsync).WithSummary("Unlinks the directory: it is served on and no longer read.");
        api.MapOtherMethods(One, HttpMethods.Put, HttpMethods.Delete);
        api.MapPost(One + "/check", CheckAsync).TakesBody<CredentialsBody>(isOptional: true).WithSummary("Checks credentials with HiBob, those that are stored or others, and stores nothing.");
        api.MapOtherMethods(One + "/check", HttpMethods.Post);
        return api;
    }

    private static async Task<Results<Ok<CredentialsView>, ProblemHttpResult>> PutAsync(
        string key, string? @unchecked, HttpContext context, CredentialActions actions, CancellationToken cancellationToken)
    {
        if (@unchecked is not null)
        {
            return ApiRequests.Bad("Credentials are always checked before they are stored; leave unchecked out.");
        }

        var (body, fault) = await ApiRequests.BodyAsync<CredentialsBody>(context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        var set = await actions.SetAsync(AuditActor.Of(context), key, body!.ToCredentials(), cancellationToken);
        return !set.IsDone ? ApiRequests.Problem(set.Refusal)
            : set.Value.Check.Failed is { } failed ? Refused(failed, set.Value.Check)
            : TypedResults.Ok(new CredentialsView(HiBobLinkView.Of(set.Value.Directory), set.Value.RunId, set.Value.Check.Steps));
    }

    private static async Task<Results<Ok<CredentialCheckView>, ProblemHttpResult>> CheckAsync(
        string key, HttpContext context, CredentialActions actions, CancellationToken cancellationToken)
    {
        var (body, fault) = await ApiRequests.BodyAsync<CredentialsBody>(context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        var check = await actions.CheckAsync(AuditActor.Of(context), key, body!.IsEmpty() ? null : body.ToCredentials(), cancellationToken);
        return check.IsDone ? TypedResults.Ok(CredentialCheckView.Of(check.Value)) : ApiRequests.Problem(check.Refusal);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        string key, HttpContext context, CredentialActions actions, CancellationToken cancellationToken)
    {
        var removed = await actions.RemoveAsync(AuditActor.Of(context), key, cancellationToken);
        return removed.IsDone ? TypedResults.NoContent() : ApiRequests.Problem(removed.Refusal);
    }

    private static ProblemHttpResult Refused(CredentialStep failed, CredentialCheck check) => TypedResults.Problem(
        $"{failed.Message} {failed.Advice} Nothing was stored.",
        statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: new Dictionary<string, object?>
        {
            ["step"] = failed.Name,
            ["problem"] = failed.Message,
            ["advice"] = failed.Advice,
            ["steps"] = check.Steps,
        });
}
