using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ScimBridge.Directories;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Paging;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Storage;

namespace ScimBridge.Scim;

/// <summary>What the service provider can do and which attributes it has (RFC 7644 section 4).</summary>
internal static class DiscoveryEndpoints
{
    /// <summary>Their paths.</summary>
    public static readonly string[] Paths = ["/ServiceProviderConfig", "/ResourceTypes", "/ResourceTypes/{id}", "/Schemas", "/Schemas/{id}"];

    /// <summary>Maps them below the group's path.</summary>
    public static void MapDiscovery(this RouteGroupBuilder scim)
    {
        var discovery = scim.MapGroup("").AddEndpointFilter(RefuseFilter);
        discovery.MapMethods("/ServiceProviderConfig", ScimMethods.Read, ServiceProviderConfigAsync);
        discovery.MapMethods("/ResourceTypes", ScimMethods.Read, ResourceTypesAsync);
        discovery.MapMethods("/ResourceTypes/{id}", ScimMethods.Read, ResourceTypeAsync);
        discovery.MapMethods("/Schemas", ScimMethods.Read, SchemasAsync);
        discovery.MapMethods("/Schemas/{id}", ScimMethods.Read, SchemaAsync);
        if (((IEndpointRouteBuilder)scim).ServiceProvider.GetRequiredService<IOptions<ScimOptions>>().Value.AnonymousDiscovery)
        {
            discovery.AllowAnonymous();
        }
    }

    private static Task ServiceProviderConfigAsync(HttpContext context, ScimAddress address, IOptions<ScimOptions> options)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, ScimJson.WriterOptions))
        {
            ServiceProviderConfig.Write(json, address.BaseUrl(context.Request), options.Value.OAuth.Enabled);
        }

        return WriteAsync(context, body.WrittenMemory);
    }

    private static Task ResourceTypesAsync(HttpContext context, DirectorySchemas schemas, ScimAddress address)
    {
        var baseUrl = address.BaseUrl(context.Request);
        return WriteListAsync(context, [.. CatalogOf(context, schemas).ResourceTypes.Select(type => SchemaCatalog.WriteResourceType(type, baseUrl))]);
    }

    private static Task ResourceTypeAsync(string id, HttpContext context, DirectorySchemas schemas, ScimAddress address)
    {
        var type = CatalogOf(context, schemas).FindResourceType(id) ?? throw ScimException.NotFound("ResourceType", id);
        return WriteAsync(context, SchemaCatalog.WriteResourceType(type, address.BaseUrl(context.Request)));
    }

    private static Task SchemasAsync(HttpContext context, DirectorySchemas schemas, ScimAddress address)
    {
        var baseUrl = address.BaseUrl(context.Request);
        return WriteListAsync(context, [.. CatalogOf(context, schemas).ServedSchemas.Select(schema => SchemaCatalog.WriteSchema(schema, baseUrl))]);
    }

    private static Task SchemaAsync(string id, HttpContext context, DirectorySchemas schemas, ScimAddress address)
    {
        var schema = CatalogOf(context, schemas).FindServedSchema(id) ?? throw ScimException.NotFound("Schema", id);
        return WriteAsync(context, SchemaCatalog.WriteSchema(schema, address.BaseUrl(context.Request)));
    }

    // Whoever has no token, which open discovery lets in, sees what all directories have.
    private static SchemaCatalog CatalogOf(HttpContext context, DirectorySchemas schemas)
    {
        var bearer = context.Features.Get<TokenBearer>();
        return schemas.Of(bearer?.Version, bearer?.Restriction).Catalog;
    }

    private static Task WriteListAsync(HttpContext context, IReadOnlyCollection<byte[]> resources)
    {
        var body = new ArrayBufferWriter<byte>();
        ListResponseWriter.Write(body, resources.Count, 1, [.. resources.Select(resource => (ReadOnlyMemory<byte>)resource)]);
        return WriteAsync(context, body.WrittenMemory);
    }

    /// <summary>Discovery has no filters, and says so (RFC 7644 section 4).</summary>
    private static ValueTask<object?> RefuseFilter(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Query.ContainsKey("filter")
            ? throw ScimException.Forbidden("Discovery endpoints take no filter (RFC 7644 section 4). Ask again without it.")
            : next(context);

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        if (EntityTags.IsKnown(context, Digest.Of(body.Span).ToEntityTag()))
        {
            return;
        }

        var response = context.Response;
        response.ContentType = ScimMediaType.Of(context);
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
