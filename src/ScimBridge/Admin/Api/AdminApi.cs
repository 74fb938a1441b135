using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ScimBridge.Admin.Api;

/// <summary>Maps the admin API and what its routes share.</summary>
internal static class AdminApi
{
    /// <summary>Maps every route, behind the key.</summary>
    public static IEndpointRouteBuilder MapAdminApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(AdminPaths.Api).RequireAuthorization(AdminPolicies.Api);
        api.AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            context.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";

            // PostgreSQL refuses this character wherever it turns up, which would be an error of the server's.
            return context.HttpContext.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true
                ? ValueTask.FromResult<object?>(TypedResults.Problem("The query holds the character U+0000.", statusCode: StatusCodes.Status400BadRequest))
                : next(context);
        });
        api.MapDirectories();
        api.MapSyncs();
        api.MapPlans();
        api.MapRules();
        api.MapPeople();
        api.MapVersions();
        api.MapWatching();
        api.Map("/{**path}", NoSuchRoute);
        return routes;
    }

    /// <summary>Answers every method for which <paramref name="pattern"/> has no handler of its own.</summary>
    public static void MapOtherMethods(this IEndpointRouteBuilder api, string pattern, params string[] allowed) =>
        api.Map(pattern, (HttpContext context) =>
        {
            context.Response.Headers.Allow = string.Join(", ", allowed);
            return TypedResults.Problem($"Use {string.Join(" or ", allowed)}.", statusCode: StatusCodes.Status405MethodNotAllowed);
        });

    /// <summary>404 for a key that no directory has.</summary>
    public static ProblemHttpResult NoSuchDirectory(string key) =>
        TypedResults.Problem($"There is no directory '{key}'.", statusCode: StatusCodes.Status404NotFound);

    /// <summary>The word of the API for a value, such as <c>succeeded_with_issues</c>.</summary>
    public static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static ProblemHttpResult NoSuchRoute() =>
        TypedResults.Problem("The admin API has no such route.", statusCode: StatusCodes.Status404NotFound);
}
