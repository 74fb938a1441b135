using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>Which role each route of the admin API needs: the one place that says so.</summary>
/// <remarks>A route that is not here needs an admin, and a test fails until it is.</remarks>
internal static class ApiRoles
{
    private const string Directory = "/directories/{key}";

    private static readonly Dictionary<string, AdminRole> Routes = new(StringComparer.Ordinal)
    {
        ["GET /me"] = AdminRole.Viewer,
        ["GET /accounts"] = AdminRole.Viewer,
        ["POST /accounts"] = AdminRole.Admin,
        ["GET /accounts/{name}"] = AdminRole.Viewer,
        ["PUT /accounts/{name}"] = AdminRole.Admin,
        ["DELETE /accounts/{name}"] = AdminRole.Admin,
        ["POST /accounts/{name}/password"] = AdminRole.Admin,
        ["GET /accounts/{name}/sessions"] = AdminRole.Viewer,
        ["DELETE /sessions/{id}"] = AdminRole.Admin,
        ["GET /api-keys"] = AdminRole.Viewer,
        ["POST /api-keys"] = AdminRole.Admin,
        ["DELETE /api-keys/{id}"] = AdminRole.Admin,
        ["GET /audit"] = AdminRole.Viewer,
        ["GET /audit/export"] = AdminRole.Viewer,
        ["GET /organizations"] = AdminRole.Viewer,
        ["POST /organizations"] = AdminRole.Admin,
        ["GET /organizations/{id}"] = AdminRole.Viewer,
        ["PUT /organizations/{id}"] = AdminRole.Admin,
        ["DELETE /organizations/{id}"] = AdminRole.Admin,
        ["GET /directories"] = AdminRole.Viewer,
        ["POST /directories"] = AdminRole.Admin,
        [$"GET {Directory}"] = AdminRole.Viewer,
        [$"PUT {Directory}"] = AdminRole.Admin,
        [$"DELETE {Directory}"] = AdminRole.Admin,
        [$"POST {Directory}/restore"] = AdminRole.Admin,
        [$"GET {Directory}/settings"] = AdminRole.Viewer,
        [$"PUT {Directory}/settings"] = AdminRole.Admin,
        [$"PUT {Directory}/credentials"] = AdminRole.Admin,
        [$"DELETE {Directory}/credentials"] = AdminRole.Admin,
        [$"POST {Directory}/credentials/check"] = AdminRole.Admin,
        [$"GET {Directory}/setup-links"] = AdminRole.Viewer,
        [$"POST {Directory}/setup-links"] = AdminRole.Admin,
        [$"DELETE {Directory}/setup-links/{{id}}"] = AdminRole.Admin,
        [$"GET {Directory}/syncs"] = AdminRole.Viewer,
        [$"POST {Directory}/syncs"] = AdminRole.Operator,
        [$"GET {Directory}/syncs/{{id}}"] = AdminRole.Viewer,
        [$"POST {Directory}/syncs/{{id}}/cancel"] = AdminRole.Operator,
        [$"POST {Directory}/pause"] = AdminRole.Operator,
        [$"POST {Directory}/resume"] = AdminRole.Operator,
        [$"GET {Directory}/events"] = AdminRole.Viewer,
        [$"GET {Directory}/plans"] = AdminRole.Viewer,
        [$"GET {Directory}/plans/{{id}}"] = AdminRole.Viewer,
        [$"GET {Directory}/plans/{{id}}/changes"] = AdminRole.Viewer,
        [$"POST {Directory}/plans/{{id}}/approve"] = AdminRole.Operator,
        [$"POST {Directory}/plans/{{id}}/reject"] = AdminRole.Operator,
        [$"GET {Directory}/rules"] = AdminRole.Viewer,
        [$"PUT {Directory}/rules"] = AdminRole.Admin,
        [$"GET {Directory}/rules/revisions"] = AdminRole.Viewer,
        [$"GET {Directory}/rules/revisions/{{revision}}"] = AdminRole.Viewer,
        [$"GET {Directory}/rules/fields"] = AdminRole.Viewer,
        [$"GET {Directory}/rules/presets"] = AdminRole.Viewer,

        // These change nothing, and are POST for the document that they take.
        [$"POST {Directory}/rules/validate"] = AdminRole.Viewer,
        [$"POST {Directory}/rules/preview"] = AdminRole.Viewer,
        [$"GET {Directory}/users/{{userId}}/explanation"] = AdminRole.Viewer,
        [$"GET {Directory}/users/{{userId}}/history"] = AdminRole.Viewer,
        [$"POST {Directory}/erasures"] = AdminRole.Admin,
        [$"GET {Directory}/versions"] = AdminRole.Viewer,
        [$"POST {Directory}/rollback"] = AdminRole.Admin,
        [$"GET {Directory}/tokens"] = AdminRole.Viewer,
        [$"POST {Directory}/tokens"] = AdminRole.Admin,
        [$"GET {Directory}/tokens/{{id}}"] = AdminRole.Viewer,
        [$"DELETE {Directory}/tokens/{{id}}"] = AdminRole.Admin,
        [$"POST {Directory}/tokens/{{id}}/rotate"] = AdminRole.Admin,
        [$"GET {Directory}/check"] = AdminRole.Viewer,
        [$"POST {Directory}/check"] = AdminRole.Operator,
        [$"GET {Directory}/rate-budgets"] = AdminRole.Viewer,
        [$"PUT {Directory}/webhook-secret"] = AdminRole.Admin,
        [$"DELETE {Directory}/webhook-secret"] = AdminRole.Admin,
        [$"GET {Directory}/webhook-deliveries"] = AdminRole.Viewer,
    };

    /// <summary>The routes that are listed here, each as its method and its pattern below <c>/api/v1</c>.</summary>
    public static IReadOnlyCollection<string> Listed => Routes.Keys;

    /// <summary>Has every route of the group need its role.</summary>
    public static void RequireRoles(this RouteGroupBuilder api) => ((IEndpointConventionBuilder)api).Finally(endpoint =>
        endpoint.Metadata.Add(new Microsoft.AspNetCore.Authorization.AuthorizeAttribute(AdminPolicies.Api(RoleOf((RouteEndpointBuilder)endpoint)))));

    /// <summary>What a route is called here; nothing for the ones that answer other methods and other paths.</summary>
    public static IEnumerable<string> NamesOf(string? pattern, IReadOnlyList<object> metadata) =>
        metadata.OfType<HttpMethodMetadata>().SelectMany(methods => methods.HttpMethods).Distinct(StringComparer.Ordinal)
            .Select(method => $"{method} {pattern?[AdminPaths.Api.Length..]}");

    private static AdminRole RoleOf(RouteEndpointBuilder endpoint) =>
        NamesOf(endpoint.RoutePattern.RawText, [.. endpoint.Metadata]).Select(name => Routes.GetValueOrDefault(name, AdminRole.Admin))
            .DefaultIfEmpty(AdminRole.Viewer).Max();
}
