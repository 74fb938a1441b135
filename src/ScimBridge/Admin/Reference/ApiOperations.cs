using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ScimBridge.Admin.Reference;

/// <summary>Completes the description of each route: its name and group, the body, entity tags, and how it fails.</summary>
internal sealed class ApiOperations : IOpenApiOperationTransformer
{
    private const string ProblemType = "application/problem+json";

    /// <inheritdoc/>
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var path = context.Description.RelativePath![(AdminPaths.Api.Length - 1)..];
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.OperationId = IdOf(context.Description.HttpMethod!, path);
        operation.Tags = new HashSet<OpenApiTagReference> { new(TagOf(path), context.Document) };
        if (metadata.OfType<ApiBody>().LastOrDefault() is { } body)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = !body.IsOptional,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/json"] = new() { Schema = await SchemaAsync(body.Type, context, cancellationToken) },
                },
            };
        }

        if (metadata.OfType<ApiEntityTag>().LastOrDefault() is { } tag)
        {
            Describe(operation, tag);
        }

        operation.Responses ??= [];
        var problem = new OpenApiMediaType { Schema = await SchemaAsync(typeof(ProblemDetails), context, cancellationToken) };
        foreach (var (status, words) in Failures(operation, path))
        {
            operation.Responses.TryAdd(status, new OpenApiResponse
            {
                Description = words,
                Content = new Dictionary<string, OpenApiMediaType> { [ProblemType] = problem },
            });
        }
    }

    /// <summary>A reference to the schema of a type, which the document has once.</summary>
    private static async Task<IOpenApiSchema> SchemaAsync(Type type, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var schema = await context.GetOrCreateSchemaAsync(type, cancellationToken: cancellationToken);
        if (context.Document is not { } document)
        {
            return schema;
        }

        document.AddComponent(type.Name, schema);
        return new OpenApiSchemaReference(type.Name, document);
    }

    private static IEnumerable<(string Status, string Words)> Failures(OpenApiOperation operation, string path)
    {
        if (operation.RequestBody is not null || operation.Parameters?.Any(parameter => parameter.In is ParameterLocation.Query) == true)
        {
            yield return ("400", "The request is wrong by itself; the detail says where.");
        }

        yield return ("401", "There is no key, or none that is good.");
        if (path.Contains('{', StringComparison.Ordinal))
        {
            yield return ("404", "There is no such thing.");
        }

        yield return ("default", "It was not done; the detail says why, and what to do.");
    }

    private static void Describe(OpenApiOperation operation, ApiEntityTag tag)
    {
        var text = new OpenApiSchema { Type = JsonSchemaType.String };
        if (tag.IsRequired)
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "If-Match",
                In = ParameterLocation.Header,
                Required = true,
                Description = "The ETag of what is to be changed: 428 without it, 412 if somebody else changed it meanwhile.",
                Schema = text,
            });
        }

        foreach (var response in (operation.Responses ?? []).Where(response => response.Key.StartsWith('2')).Select(response => response.Value).OfType<OpenApiResponse>())
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers["ETag"] = new OpenApiHeader { Description = "The revision, for If-Match.", Schema = text };
        }
    }

    /// <summary>A name that no other route has: the method, then what the path names, such as <c>getDirectoriesByKeyTokens</c>.</summary>
    private static string IdOf(string method, string path)
    {
        var id = new StringBuilder(method.ToLowerInvariant());
        foreach (var part in path.Split(['/', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = part.Trim('{', '}', '*');
            id.Append(part[0] == '{' ? "By" : "").Append(char.ToUpperInvariant(word[0])).Append(word[1..]);
        }

        return id.ToString();
    }

    /// <summary>What the route is about: the part of a directory, or else what the path begins with.</summary>
    private static string TagOf(string path)
    {
        var words = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part[0] != '{').ToList();
        return words.Count > 1 && words[0] == "directories" ? words[1] : words[0];
    }
}
