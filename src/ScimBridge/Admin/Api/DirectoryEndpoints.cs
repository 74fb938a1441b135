using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Actions;
using ScimBridge.Admin.Reference;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>Directories: which there are and how they are, making and changing them.</summary>
internal static class DirectoryEndpoints
{
    private const string List = "/directories";
    private const string One = "/directories/{key}";
    private const int Usual = 100;
    private const int Most = 500;

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapDirectories(this IEndpointRouteBuilder api)
    {
        api.MapGet(List, ListAsync).WithSummary("The directories: state, since when, what to do, counts and syncs.");
        api.MapPost(List, MakeAsync).TakesBody<DirectoryBody>().WithSummary("Makes a directory, which is linked next.");
        api.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        api.MapGet(One, GetAsync).WithSummary("One directory.");
        api.MapPut(One, ChangeAsync).TakesBody<DirectoryChangeBody>().WithSummary("Renames a directory, or moves it to another organization.");
        api.MapDelete(One, DeleteAsync).TakesBody<DeletionBody>().WithSummary("Deletes a directory, whose name is typed again; it can be restored for a while.");
        api.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Put, HttpMethods.Delete);
        api.MapPost(One + "/restore", RestoreAsync).WithMetadata(new OpenWhileDeleting()).WithSummary("Brings a directory back that is being deleted.");
        api.MapOtherMethods(One + "/restore", HttpMethods.Post);
        api.MapPost(One + "/pause", PauseAsync).TakesBody<PauseBody>(isOptional: true).WithSummary("Has the directory served on and not read.");
        api.MapOtherMethods(One + "/pause", HttpMethods.Post);
        api.MapPost(One + "/resume", ResumeAsync).WithSummary("Has a paused directory read again.");
        api.MapOtherMethods(One + "/resume", HttpMethods.Post);
        return api;
    }

    private static async Task<Results<Ok<List<DirectoryView>>, ProblemHttpResult>> ListAsync(
        string? count, string? after, string? organizationId, HttpContext context, DirectoryStore directories, DirectoryViews views, CancellationToken cancellationToken)
    {
        if (!ApiRequests.TryCount(count, Usual, Most, out var most))
        {
            return ApiRequests.BadCount(Most);
        }

        if (!ApiRequests.TryNumber(organizationId, out var organization) || organization > int.MaxValue)
        {
            return ApiRequests.Bad("organizationId is the number of an organization.");
        }

        var rows = await directories.ListAsync(after, (int?)organization, most + 1, cancellationToken);
        var list = new List<DirectoryView>();
        foreach (var directory in ApiPaging.Page(context, rows, most, "after", row => row.Key))
        {
            list.Add(await views.OfAsync(directory, cancellationToken));
        }

        return TypedResults.Ok(list);
    }

    private static async Task<Results<Ok<DirectoryView>, ProblemHttpResult>> GetAsync(
        string key, HttpContext context, DirectoryStore directories, DirectoryViews views, CancellationToken cancellationToken) =>
        await directories.FindAsync(key, cancellationToken) is { } directory
            ? TypedResults.Ok(await ShownAsync(context, directory, views, cancellationToken))
            : AdminApi.NoSuchDirectory(key);

    private static async Task<Results<Created<DirectoryView>, ProblemHttpResult>> MakeAsync(
        HttpContext context, DirectoryActions actions, DirectoryViews views, CancellationToken cancellationToken)
    {
        var (body, fault) = await ApiRequests.BodyAsync<DirectoryBody>(context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        var wish = new DirectoryWish(body!.Key, body.Name, body.OrganizationId, body.Organization, body.HiBob?.BaseUrl);
        var made = await actions.MakeAsync(AuditActor.Of(context), wish, cancellationToken);
        return made.IsDone
            ? TypedResults.Created(Location(context, made.Value), await ShownAsync(context, made.Value, views, cancellationToken))
            : ApiRequests.Problem(made.Refusal);
    }

    private static async Task<Results<Ok<DirectoryView>, ProblemHttpResult>> ChangeAsync(
        string key, HttpContext context, DirectoryActions actions, DirectoryViews views, CancellationToken cancellationToken)
    {
        var (body, fault) = await ApiRequests.BodyAsync<DirectoryChangeBody>(context, cancellationToken);
        var (revision, missing) = ApiTags.Seen(context);
        if ((fault ?? missing) is { } wrong)
        {
            return wrong;
        }

        var changed = await actions.ChangeAsync(AuditActor.Of(context), key, revision, body!.Name, body.OrganizationId, cancellationToken);
        return changed.IsDone ? TypedResults.Ok(await ShownAsync(context, changed.Value, views, cancellationToken)) : ApiRequests.Problem(changed.Refusal);
    }

    private static async Task<Results<Accepted<DirectoryView>, ProblemHttpResult>> DeleteAsync(
        string key, HttpContext context, DirectoryLifeActions actions, DirectoryViews views, CancellationToken cancellationToken)
    {
        var (body, fault) = await ApiRequests.BodyAsync<DeletionBody>(context, cancellationToken);
        var (revision, missing) = ApiTags.Seen(context);
        if ((fault ?? missing) is { } wrong)
        {
            return wrong;
        }

        var deleted = await actions.DeleteAsync(AuditActor.Of(context), key, revision, body!.Name, cancellationToken);
        return deleted.IsDone
            ? TypedResults.Accepted(Location(context, deleted.Value), await ShownAsync(context, deleted.Value, views, cancellationToken))
            : ApiRequests.Problem(deleted.Refusal);
    }

    private static async Task<Results<Ok<DirectoryView>, ProblemHttpResult>> RestoreAsync(
        string key, HttpContext context, DirectoryLifeActions actions, DirectoryViews views, CancellationToken cancellationToken)
    {
        var restored = await actions.RestoreAsync(AuditActor.Of(context), key, cancellationToken);
        return restored.IsDone ? TypedResults.Ok(await ShownAsync(context, restored.Value, views, cancellationToken)) : ApiRequests.Problem(restored.Refusal);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> PauseAsync(
        string key, HttpContext context, DirectoryLifeActions actions, CancellationToken cancellationToken)
    {
        var (body, fault) = await ApiRequests.BodyAsync<PauseBody>(context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        var paused = await actions.PauseAsync(AuditActor.Of(context), key, body!.Reason, cancellationToken);
        return paused.IsDone ? TypedResults.NoContent() : ApiRequests.Problem(paused.Refusal);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ResumeAsync(
        string key, HttpContext context, DirectoryLifeActions actions, CancellationToken cancellationToken)
    {
        var resumed = await actions.ResumeAsync(AuditActor.Of(context), key, cancellationToken);
        return resumed.IsDone ? TypedResults.NoContent() : ApiRequests.Problem(resumed.Refusal);
    }

    private static async Task<DirectoryView> ShownAsync(
        HttpContext context, DirectoryRecord directory, DirectoryViews views, CancellationToken cancellationToken)
    {
        context.Response.Headers.ETag = ApiTags.Of(directory.Revision);
        return await views.OfAsync(directory, cancellationToken);
    }

    private static string Location(HttpContext context, DirectoryRecord directory) =>
        $"{context.Request.PathBase}{AdminPaths.Api}{List}/{directory.Key}";
}
