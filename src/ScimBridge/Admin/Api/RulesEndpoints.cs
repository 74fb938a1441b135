using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Actions;
using ScimBridge.Admin.Reference;
using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Storage;
using ScimBridge.Sync.Reviewing;

namespace ScimBridge.Admin.Api;

/// <summary>A directory's mapping rules: read, check, try out, save, export and import, which are the same document.</summary>
internal static class RulesEndpoints
{
    private const string Current = "/directories/{key}/rules";

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapRules(this IEndpointRouteBuilder api)
    {
        api.MapGet(Current, GetAsync).GivesEntityTag().WithSummary("The mapping rules in force; the ETag is their revision.");
        api.MapPut(Current, PutAsync).TakesBody<DirectoryRules>().NeedsEntityTag().WithSummary("Saves mapping rules and maps everybody again.");
        api.MapOtherMethods(Current, HttpMethods.Get, HttpMethods.Put);
        api.MapGet(Current + "/revisions", RevisionsAsync).WithSummary("Who saved which revision of the rules, and when.");
        api.MapOtherMethods(Current + "/revisions", HttpMethods.Get);
        api.MapGet(Current + "/revisions/{revision}", RevisionAsync).WithSummary("An earlier document of rules, to be saved again.");
        api.MapOtherMethods(Current + "/revisions/{revision}", HttpMethods.Get);
        api.MapGet(Current + "/fields", FieldsAsync).WithSummary("The fields that this HiBob has, for rules to name.");
        api.MapOtherMethods(Current + "/fields", HttpMethods.Get);
        api.MapGet(Current + "/presets", PresetsAsync).WithSummary("Rules ready-made for what the default mapping leaves out.");
        api.MapOtherMethods(Current + "/presets", HttpMethods.Get);
        api.MapPost(Current + "/validate", ValidateAsync).TakesBody<DirectoryRules>().WithSummary("The faults of a document of rules; none for a good one.");
        api.MapOtherMethods(Current + "/validate", HttpMethods.Post);
        api.MapPost(Current + "/preview", PreviewAsync).TakesBody<DirectoryRules>().WithSummary("What a document of rules would change, and what the gate would say.");
        api.MapOtherMethods(Current + "/preview", HttpMethods.Post);
        return api;
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> GetAsync(
        string key, HttpContext context, ApiRequests requests, RulesEditor editor, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        context.Response.Headers.ETag = ApiTags.Of(directory.RulesRevision);
        return TypedResults.Text(await editor.CurrentAsync(directory, cancellationToken), "application/json");
    }

    private static async Task<Results<Ok<RulesSavedView>, ProblemHttpResult>> PutAsync(
        string key, string? note, HttpContext context, ApiRequests requests, RulesActions rules, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(key, cancellationToken) is null)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        var (seen, unsaid) = ApiTags.Seen(context);
        if (unsaid is not null)
        {
            return unsaid;
        }

        var saved = await rules.SaveAsync(AuditActor.Of(context), key, seen, await ApiRequests.TextAsync(context, cancellationToken), note, cancellationToken);
        if (!saved.IsDone)
        {
            return ApiRequests.Problem(saved.Refusal);
        }

        if (saved.Value.Revision is not { } revision)
        {
            return Faulty(saved.Value.Faults);
        }

        context.Response.Headers.ETag = ApiTags.Of(revision);
        return TypedResults.Ok(new RulesSavedView(revision, saved.Value.RunId));
    }

    private static async Task<Results<Ok<List<RulesRevisionView>>, ProblemHttpResult>> RevisionsAsync(
        string key, ApiRequests requests, RulesStore rules, CancellationToken cancellationToken) =>
        await requests.FindAsync(key, cancellationToken) is { } directory
            ? TypedResults.Ok((await rules.ListAsync(new DirectoryId(directory.Id), cancellationToken))
                .Select(saved => new RulesRevisionView(saved.Revision, saved.SavedAt.UtcDateTime, saved.SavedBy, saved.Note)).ToList())
            : AdminApi.NoSuchDirectory(key);

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> RevisionAsync(
        string key, string revision, ApiRequests requests, RulesStore rules, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        return int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await rules.FindAsync(new DirectoryId(directory.Id), number, cancellationToken) is { } saved
            ? TypedResults.Text(saved.Json, "application/json")
            : ApiRequests.NotFound($"Directory '{key}' has no revision '{revision}' of its rules.");
    }

    private static async Task<Results<Ok<IReadOnlyList<FieldInfo>>, ProblemHttpResult>> FieldsAsync(
        string key, ApiRequests requests, FieldCatalogue fields, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        return await fields.OfAsync(directory, FieldCatalogue.Usual, cancellationToken) is { } known
            ? TypedResults.Ok(known)
            : ApiRequests.Conflict("The HR system's fields have never been read, and can't be now. Look at the directory's state.");
    }

    private static async Task<Results<Ok<List<AttributePresetView>>, ProblemHttpResult>> PresetsAsync(
        string key, ApiRequests requests, IEmployeeSource source, CancellationToken cancellationToken) =>
        await requests.FindAsync(key, cancellationToken) is not null
            ? TypedResults.Ok(AttributePresets.Of(source)
                .Select(preset => new AttributePresetView(preset.Id, preset.Title, DirectoryRulesJson.Write(preset.Rule))).ToList())
            : AdminApi.NoSuchDirectory(key);

    private static async Task<Results<Ok<IReadOnlyList<RuleFault>>, ProblemHttpResult>> ValidateAsync(
        string key, HttpContext context, ApiRequests requests, RulesEditor editor, CancellationToken cancellationToken) =>
        await requests.FindAsync(key, cancellationToken) is { } directory
            ? TypedResults.Ok(await editor.FaultsAsync(directory, await ApiRequests.TextAsync(context, cancellationToken), cancellationToken))
            : AdminApi.NoSuchDirectory(key);

    private static async Task<Results<Ok<RulesPreview>, ProblemHttpResult>> PreviewAsync(
        string key, string? employeeId, HttpContext context, ApiRequests requests, RulesEditor editor, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        var json = await ApiRequests.TextAsync(context, cancellationToken);
        return await editor.FaultsAsync(directory, json, cancellationToken) is { Count: > 0 } faults
            ? Faulty(faults)
            : TypedResults.Ok(await editor.PreviewAsync(directory, DirectoryRulesJson.Read(json), employeeId, time.GetUtcNow(), cancellationToken));
    }

    private static ProblemHttpResult Faulty(IReadOnlyList<RuleFault> faults) => TypedResults.Problem(
        "The rules have faults; nothing was saved.",
        statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: new Dictionary<string, object?> { ["faults"] = faults });
}
