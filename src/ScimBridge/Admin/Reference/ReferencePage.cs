using Microsoft.OpenApi;
using ScimBridge.Admin.Pages;

namespace ScimBridge.Admin.Reference;

/// <summary>The OpenAPI document as a page that needs no script: every route with its parameters, body and answers.</summary>
internal static class ReferencePage
{
    /// <summary>The page's content.</summary>
    public static Html Of(OpenApiDocument document)
    {
        var operations = document.Paths
            .SelectMany(path => (path.Value.Operations ?? []).Select(operation => (Path: path.Key, Method: operation.Key.Method, operation.Value)))
            .GroupBy(route => route.Value.Tags?.FirstOrDefault()?.Name ?? "").ToList();
        return Html.Of($"""
            <p>{document.Info.Description}</p>
            <nav aria-label="Contents"><ul>{Html.Join(operations.Select(group => Html.Of($"<li><a href=\"#{group.Key}\">{group.Key}</a></li>")))}</ul></nav>
            {Html.Join(operations.Select(group => Html.Of($"""
                <section id="{group.Key}"><h2>{group.Key}</h2>{Html.Join(group.Select(route => Operation(route.Path, route.Method, route.Value)))}</section>
                """)))}
            <section id="schemas"><h2>schemas</h2>{Html.Join((document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
                .OrderBy(schema => schema.Key, StringComparer.Ordinal).Select(schema => Schema(schema.Key, schema.Value)))}</section>
            """);
    }

    private static Html Operation(string path, string method, OpenApiOperation operation) => Html.Of($"""
        <article aria-labelledby="{operation.OperationId}">
        <h3 id="{operation.OperationId}"><code>{method} {path}</code></h3>
        <p>{operation.Summary}</p>
        <p>{operation.Description}</p>
        {Parameters(operation.Parameters ?? [])}
        {Body(operation.RequestBody)}
        <table><caption>Answers</caption><thead><tr><th scope="col">Status</th><th scope="col">Meaning</th><th scope="col">Body</th></tr></thead>
        <tbody>{Html.Join((operation.Responses ?? []).Select(response => Html.Of($"""
            <tr><th scope="row">{response.Key}</th><td>{response.Value.Description}</td><td>{Content(response.Value.Content)}</td></tr>
            """)))}</tbody></table>
        </article>
        """);

    private static Html Parameters(IList<IOpenApiParameter> parameters) => parameters.Count == 0 ? Html.None : Html.Of($"""
        <table><caption>Parameters</caption><thead><tr><th scope="col">Name</th><th scope="col">Where</th><th scope="col">Meaning</th></tr></thead>
        <tbody>{Html.Join(parameters.Select(parameter => Html.Of($"""
            <tr><th scope="row">{parameter.Name}</th><td>{Word(parameter.In)}{(parameter.Required ? ", required" : "")}</td><td>{parameter.Description}</td></tr>
            """)))}</tbody></table>
        """);

    private static Html Body(IOpenApiRequestBody? body) =>
        body is null ? Html.None : Html.Of($"<p>Body{(body.Required ? "" : ", which may be left out")}: {Content(body.Content)}</p>");

    private static Html Content(IDictionary<string, OpenApiMediaType>? content) =>
        Html.Join((content ?? new Dictionary<string, OpenApiMediaType>()).Select(media => Html.Of($"{Type(media.Value.Schema)} <code>{media.Key}</code> ")));

    private static Html Schema(string name, IOpenApiSchema schema) => Html.Of($"""
        <article aria-labelledby="schema-{name}"><h3 id="schema-{name}">{name}</h3>
        <p>{schema.Description}{Choices(schema)}</p>
        {Properties(schema)}</article>
        """);

    private static Html Properties(IOpenApiSchema schema) => schema.Properties is not { Count: > 0 } properties ? Html.None : Html.Of($"""
        <table><caption>Members</caption><thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
        <tbody>{Html.Join(properties.Select(property => Html.Of($"""
            <tr><th scope="row">{property.Key}</th><td>{Type(property.Value)}</td><td>{property.Value.Description}</td></tr>
            """)))}</tbody></table>
        """);

    private static Html Type(IOpenApiSchema? schema) => schema switch
    {
        null => Html.None,
        OpenApiSchemaReference { Reference.Id: { } id } => Html.Of($"<a href=\"#schema-{id}\">{id}</a>"),
        { OneOf: { Count: > 0 } any } => Html.Join(any.Select(Type)),
        { Properties.Count: > 0 } => Properties(schema),
        { Items: { } items } => Html.Of($"list of {Type(items)}"),
        { Type: { } type } => Html.Of($"{Word(type & ~JsonSchemaType.Null)}{(schema.Format is null ? "" : $" ({schema.Format})")}"),
        _ => Html.None,
    };

    private static string Choices(IOpenApiSchema schema) =>
        schema.Enum is { Count: > 0 } choices ? $" One of {string.Join(", ", choices.Select(choice => choice?.ToString() ?? "null"))}." : "";

    private static string Word<T>(T value) => $"{value}".ToLowerInvariant();
}
