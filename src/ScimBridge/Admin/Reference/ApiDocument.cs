using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ScimBridge.Admin.Reference;

/// <summary>The OpenAPI document of the admin API: which routes are in it, and what is true of all of them.</summary>
internal static class ApiDocument
{
    /// <summary>The document's name, which is part of its address.</summary>
    public const string Name = "v1";

    /// <summary>The name of the way to authenticate.</summary>
    public const string KeyScheme = "apiKey";

    /// <summary>Registers the document.</summary>
    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.ShouldInclude = IsOfApi;
        options.AddOperationTransformer<ApiOperations>();
        options.AddDocumentTransformer(DescribeAsync);
    });

    // Routes without a method are those that refuse every other one.
    private static bool IsOfApi(ApiDescription route) =>
        route.HttpMethod is not null && route.RelativePath?.StartsWith(AdminPaths.Api[1..] + '/', StringComparison.Ordinal) == true;

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "ScimBridge admin API",
            Version = Name,
            Description = "Everything an admin does with a directory, over HTTP. Errors are problem details (RFC 9457) that say what is wrong and what to do. "
                + "Moments are UTC. A body has at most 1 MiB.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [KeyScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key of the admin API, as a bearer token (RFC 6750).",
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
        return Task.CompletedTask;
    }
}
