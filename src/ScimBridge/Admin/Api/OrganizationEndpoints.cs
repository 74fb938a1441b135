using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using ScimBridge.Admin.Actions;
using ScimBridge.Admin.Reference;
using ScimBridge.Storage;

namespace ScimBridge.Admin.Api;

/// <summary>Organizations: which there are, making, renaming and deleting them.</summary>
internal static class OrganizationEndpoints
{
    private const string List = "/organizations";
    private const string One = "/organizations/{id}";
    private const int Usual = 100;
    private const int Most = 500;

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapOrganizations(this IEndpointRouteBuilder api)
    {
        api.MapGet(List, ListAsync).WithSummary("The organizations by name, with how many directories each has.");
        api.MapPost(List, MakeAsync).TakesBody<OrganizationBody>().WithSummary("Makes an organization.");
        api.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        api.MapGet(One, GetAsync).WithSummary("One organization.");
        api.MapPut(One, RenameAsync).TakesBody<OrganizationBody>().WithSummary("Renames an organization.");
        api.MapDelete(One, DeleteAsync).WithSummary("Deletes an organization that has no directories.");
        api.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Put, HttpMethods.Delete);
        return api;
    }

    private static async Task<Results<Ok<List<OrganizationView>>, ProblemHttpResult>> ListAsync(
        string? count, string? after, HttpContext context, OrganizationStore organizations, CancellationToken cancellationToken)
    {
        if (!ApiRequests.TryCount(count, Usual, Most, out var most))
        {
            return ApiRequests.BadCount(Most);
        }

        string? nameKey = null;
        if (after is not null && (nameKey = Decode(after)) is null)
        {
            return ApiRequests.Bad("after is what the Link of the page before says.");
        }

        var rows = await organizations.ListAsync(nameKey, most + 1, cancellationToken);
        return TypedResults.Ok(ApiPaging.Page(context, rows, most, "after", row => Encode(row.Organization.NameKey)).Select(OrganizationView.Of).ToList());
    }

    private static async Task<Results<Ok<OrganizationView>, ProblemHttpResult>> GetAsync(
        string id, HttpContext context, OrganizationStore organizations, CancellationToken cancellationToken) =>
        NumberOf(id) is { } number && await organizations.FindAsync(number, cancellationToken) is { } found
            ? Shown(context, found)
            : ApiRequests.Problem(OrganizationActions.NoSuchOrganization(id));

    private static async Task<Results<Created<OrganizationView>, ProblemHttpResult>> MakeAsync(
        HttpContext context, OrganizationActions actions, CancellationToken cancellationToken)
    {
        var (body, fault) = await ApiRequests.BodyAsync<OrganizationBody>(context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        var made = await actions.MakeAsync(AuditActor.Of(context), body!.Name, cancellationToken);
        if (!made.IsDone)
        {
            return ApiRequests.Problem(made.Refusal);
        }

        context.Response.Headers.ETag = ApiTags.Of(made.Value.Organization.Revision);
        return TypedResults.Created(
            string.Create(CultureInfo.InvariantCulture, $"{context.Request.PathBase}{AdminPaths.Api}{List}/{made.Value.Organization.Id}"), OrganizationView.Of(made.Value));
    }

    private static async Task<Results<Ok<OrganizationView>, ProblemHttpResult>> RenameAsync(
        string id, HttpContext context, OrganizationActions actions, CancellationToken cancellationToken)
    {
        var (body, fault) = await ApiRequests.BodyAsync<OrganizationBody>(context, cancellationToken);
        var (revision, missing) = ApiTags.Seen(context);
        if ((fault ?? missing) is { } wrong)
        {
            return wrong;
        }

        var renamed = await actions.RenameAsync(AuditActor.Of(context), NumberOf(id) ?? -1, revision, body!.Name, cancellationToken);
        return renamed.IsDone ? Shown(context, renamed.Value) : ApiRequests.Problem(renamed.Refusal);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        string id, HttpContext context, OrganizationActions actions, CancellationToken cancellationToken)
    {
        var (revision, missing) = ApiTags.Seen(context);
        if (missing is not null)
        {
            return missing;
        }

        var deleted = await actions.DeleteAsync(AuditActor.Of(context), NumberOf(id) ?? -1, revision, cancellationToken);
        return deleted.IsDone ? TypedResults.NoContent() : ApiRequests.Problem(deleted.Refusal);
    }

    private static Ok<OrganizationView> Shown(HttpContext context, OrganizationSummary summary)
    {
        context.Response.Headers.ETag = ApiTags.Of(summary.Organization.Revision);
        return TypedResults.Ok(OrganizationView.Of(summary));
    }

    private static int? NumberOf(string id) => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Encode(string nameKey) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(nameKey));

    private static string? Decode(string cursor)
    {
        try
        {
            var nameKey = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(WebEncoders.Base64UrlDecode(cursor));
            return nameKey.Contains('\0', StringComparison.Ordinal) ? null : nameKey;
        }
        catch (Exception malformed) when (malformed is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}
