using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using ScimBridge.Admin.Pages;

namespace ScimBridge.Admin.Reference;

/// <summary>The reference of the admin API: the OpenAPI document, and a page made of it, for whoever may use the API or has signed in.</summary>
internal static class ReferenceEndpoints
{
    /// <summary>Maps both.</summary>
    public static IEndpointRouteBuilder MapReference(this IEndpointRouteBuilder pages)
    {
        var reference = pages.MapGroup("").RequireAuthorization(AdminPolicies.Reference);
        reference.MapOpenApi(AdminPaths.OpenApiDocuments);
        reference.MapGet(AdminPaths.OpenApi, PageAsync).ExcludeFromDescription();
        return pages;
    }

    private static async Task<ContentHttpResult> PageAsync(
        HttpContext context, [FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider documents, CancellationToken cancellationToken)
    {
        var document = await documents.GetOpenApiDocumentAsync(cancellationToken);
        var header = Html.Of($"""
            <nav aria-label="Main"><a href="{context.Request.PathBase + AdminPaths.OpenApi}/{ApiDocument.Name}.json">OpenAPI document</a></nav>
            """);
        return PageLayout.Page(context, document.Info.Title ?? "", header, ReferencePage.Of(document));
    }
}
