using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ScimBridge.Admin.Actions;

namespace ScimBridge.Admin.Api;

/// <summary>Maps the admin API and what its routes share.</summary>
internal static class AdminApi
{
    /// <summary>Maps every route, behind a key with the role that the route needs.</summary>
    public static IEndpointRouteBuilder MapAdminApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(AdminPaths.Api).RequireAuthorization(AdminPolicies.ApiView);
        api.RequireRoles();
        api.WithMetadata(new RequestSizeLimitAttribute(ApiRequests.LargestBody));
        api.AddEndpointFilter(AnswerAsync);
        api.MapOrganizations();
        api.MapDirectories();
        api.MapDirectorySettings();
        api.MapCredentials();
        api.MapSetupLinks();
        api.MapSyncs();
        api.MapPlans();
        api.MapRules();
        api.MapPeople();
        api.MapVersions();
        api.MapWatching();
        api.MapTokens();
        api.MapAccounts();
        api.MapApiKeys();
        api.MapAudit();
        api.Map("/{**path}", NoSuchRoute).ExcludeFromDescription();
        return routes;
    }

    /// <summary>Answers every method for which <paramref name="pattern"/> has no handler of its own.</summary>
    public static void MapOtherMethods(this IEndpointRouteBuilder api, string pattern, params string[] allowed) =>
        api.Map(pattern, (HttpContext context) =>
        {
            context.Response.Headers.Allow = string.Join(", ", allowed);
            return TypedResults.Problem($"Use {string.Join(" or ", allowed)}.", statusCode: StatusCodes.Status405MethodNotAllowed);
        }).ExcludeFromDescription();

    /// <summary>Says of an answer that it is neither to be kept nor taken for a page, of one that was refused too.</summary>
    public static void Protect(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
    }

    /// <summary>404 for a key that no directory has.</summary>
    public static ProblemHttpResult NoSuchDirectory(string key) => ApiRequests.Problem(Refusal.NoSuchDirectory(key));

    /// <summary>The word of the API for a value, such as <c>succeeded_with_issues</c>.</summary>
    public static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        Protect(context.HttpContext.Response);

        // PostgreSQL refuses this character wherever it turns up, which would be an error of the server's.
        if (request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
        {
            return ApiRequests.Bad("The query holds the character U+0000.");
        }

        try
        {
            return await DeletingGuard.ObjectionAsync(context.HttpContext) ?? await next(context);
        }
        catch (BadHttpRequestException refused)
        {
            return TypedResults.Problem(
                refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? $"The body is larger than {ApiRequests.LargestBody} bytes." : "The body could not be read.",
                statusCode: refused.StatusCode);
        }
        catch (DecoderFallbackException)
        {
            return ApiRequests.Bad("The body is no UTF-8.");
        }
    }

    private static ProblemHttpResult NoSuchRoute() =>
        TypedResults.Problem("The admin API has no such route.", statusCode: StatusCodes.Status404NotFound);
}
