using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Actions;
using ScimBridge.Admin.Reference;
using ScimBridge.Storage;

namespace ScimBridge.Admin.Api;

/// <summary>A directory's versions, and going back to one.</summary>
internal static class VersionEndpoints
{
    private const string Directory = "/directories/{key}";
    private const int MostVersions = 100;

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapVersions(this IEndpointRouteBuilder api)
    {
        api.MapGet(Directory + "/versions", ListAsync).WithSummary("The directory's versions, and which of them are kept.");
        api.MapOtherMethods(Directory + "/versions", HttpMethods.Get);
        api.MapPost(Directory + "/rollback", RollbackAsync).TakesBody<RollbackBody>().WithSummary("Brings an earlier version back as a new one, and pauses syncing.");
        api.MapOtherMethods(Directory + "/rollback", HttpMethods.Post);
        return api;
    }

    private static async Task<Results<Ok<List<VersionView>>, ProblemHttpResult>> ListAsync(
        string key, string? below, string? count, HttpContext context, ApiRequests requests, VersionReader versions, CancellationToken cancellationToken)
    {
        if (!ApiRequests.TryCount(count, usual: 20, MostVersions, out var most))
        {
            return ApiRequests.BadCount(MostVersions);
        }

        if (!ApiRequests.TryNumber(below, out var number))
        {
            return ApiRequests.Bad("below is the number of the last version of the page before.");
        }

        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        var list = await versions.ListAsync(new DirectoryId(directory.Id), (int)Math.Min(number ?? int.MaxValue, int.MaxValue), most + 1, cancellationToken);
        return TypedResults.Ok(ApiPaging.Page(context, list, most, "below", version => ApiPaging.Number(version.Version)).Select(version => VersionView.Of(version, directory)).ToList());
    }

    private static async Task<Results<Accepted<SyncRequestView>, ProblemHttpResult>> RollbackAsync(
        string key, HttpContext context, ApiRequests requests, SyncActions syncs, CancellationToken cancellationToken)
    {
        var (_, body, fault) = await requests.OpenAsync<RollbackBody>(key, context, cancellationToken);
        return fault ?? await requests.AnswerAsync(
            context, key, await syncs.RollbackAsync(AuditActor.Of(context), key, body.Version, cancellationToken), cancellationToken);
    }
}
