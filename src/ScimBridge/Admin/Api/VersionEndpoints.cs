using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Reference;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Watch;

namespace ScimBridge.Admin.Api;

/// <summary>A directory's versions, going back to one, and pausing and resuming its syncs.</summary>
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
        api.MapPost(Directory + "/pause", PauseAsync).TakesBody<PauseBody>(isOptional: true).WithSummary("Has the directory served on and not read.");
        api.MapOtherMethods(Directory + "/pause", HttpMethods.Post);
        api.MapPost(Directory + "/resume", ResumeAsync).WithSummary("Has a paused directory read again.");
        api.MapOtherMethods(Directory + "/resume", HttpMethods.Post);
        return api;
    }

    private static async Task<Results<Ok<List<VersionView>>, ProblemHttpResult>> ListAsync(
        string key, string? below, string? count, ApiRequests requests, VersionReader versions, CancellationToken cancellationToken)
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

        var list = await versions.ListAsync(new DirectoryId(directory.Id), (int)Math.Min(number ?? int.MaxValue, int.MaxValue), most, cancellationToken);
        return TypedResults.Ok(list.Select(version => VersionView.Of(version, directory)).ToList());
    }

    private static async Task<Results<Accepted<SyncRequestView>, ProblemHttpResult>> RollbackAsync(
        string key, HttpContext context, ApiRequests requests, VersionReader versions, CancellationToken cancellationToken)
    {
        var (directory, body, fault) = await requests.OpenAsync<RollbackBody>(key, context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        if (body.Version >= directory.Version || await versions.FindAsync(new DirectoryId(directory.Id), body.Version, cancellationToken) is null)
        {
            return ApiRequests.NotFound($"Directory '{key}' keeps no earlier version {body.Version}; {Kept(directory)}");
        }

        var version = body.Version.ToString(CultureInfo.InvariantCulture);
        var asked = await requests.AskAsync(context, directory, new SyncRequest(SyncKind.Rollback, SyncTrigger.Api) { Subject = version }, cancellationToken);
        if (asked.Result is Accepted<SyncRequestView>)
        {
            await requests.NoteAsync(context, directory, "directory.rollback", version, null);
        }

        return asked;
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> PauseAsync(
        string key, HttpContext context, ApiRequests requests, DirectoryStore directories, DirectoryStateWatch watch, CancellationToken cancellationToken)
    {
        var (directory, body, fault) = await requests.OpenAsync<PauseBody>(key, context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        var id = new DirectoryId(directory.Id);
        await directories.PauseSyncAsync(id, body.Reason ?? "An admin paused it.", cancellationToken);
        await requests.NoteAsync(context, directory, "directory.pause", null, body.Reason);
        await watch.LookAsync(id, null, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ResumeAsync(
        string key, HttpContext context, ApiRequests requests, DirectoryStore directories, DirectoryStateWatch watch, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        var id = new DirectoryId(directory.Id);
        await directories.ResumeSyncAsync(id, cancellationToken);
        await requests.NoteAsync(context, directory, "directory.resume", null, null);
        await watch.LookAsync(id, null, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Which versions can be gone back to, in words.</summary>
    private static string Kept(DirectoryRecord directory) => (directory.Version - directory.OldestVersion) switch
    {
        <= 0 => "no earlier version is kept.",
        1 => $"the only earlier version kept is {directory.OldestVersion}.",
        _ => $"versions {directory.OldestVersion} to {directory.Version - 1} are kept.",
    };
}
