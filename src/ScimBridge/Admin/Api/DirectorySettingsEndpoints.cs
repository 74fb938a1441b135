using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Actions;
using ScimBridge.Admin.Reference;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>A directory's settings: what they are, and changing them.</summary>
internal static class DirectorySettingsEndpoints
{
    private const string One = "/directories/{key}/settings";

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapDirectorySettings(this IEndpointRouteBuilder api)
    {
        api.MapGet(One, GetAsync).WithSummary("The directory's settings: schedule, leavers, retention and gate.");
        api.MapPut(One, PutAsync).TakesBody<DirectorySettingsBody>().WithSummary("Changes the directory's settings; what is left out stays.");
        api.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Put);
        return api;
    }

    private static async Task<Results<Ok<DirectorySettingsView>, ProblemHttpResult>> GetAsync(
        string key, HttpContext context, ApiRequests requests, CancellationToken cancellationToken) =>
        await requests.FindAsync(key, cancellationToken) is { } directory ? Shown(context, directory) : AdminApi.NoSuchDirectory(key);

    private static async Task<Results<Ok<DirectorySettingsView>, ProblemHttpResult>> PutAsync(
        string key, HttpContext context, DirectorySettingsActions actions, CancellationToken cancellationToken)
    {
        var (body, fault) = await ApiRequests.BodyAsync<DirectorySettingsBody>(context, cancellationToken);
        var (revision, missing) = ApiTags.Seen(context);
        if ((fault ?? missing) is { } wrong)
        {
            return wrong;
        }

        var changed = await actions.ChangeAsync(AuditActor.Of(context), key, revision, body!.Over, NameOf, cancellationToken);
        return changed.IsDone ? Shown(context, changed.Value) : ApiRequests.Problem(changed.Refusal);
    }

    private static Ok<DirectorySettingsView> Shown(HttpContext context, DirectoryRecord directory)
    {
        context.Response.Headers.ETag = ApiTags.Of(directory.Revision);
        return TypedResults.Ok(DirectorySettingsView.Of(DirectorySettings.Of(directory)));
    }

    /// <summary>What the API calls a setting: <c>gate.people</c> for <c>Gate:People</c>, <c>planDays</c> for <c>Sync:PlanDays</c>.</summary>
    private static string NameOf(string setting)
    {
        var parts = setting.Split(':').Select(JsonNamingPolicy.CamelCase.ConvertName).ToList();
        return string.Join('.', parts[0] == "gate" ? parts : parts.Skip(1));
    }
}
