using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>Who did what: a page at a time, or everything as a file.</summary>
internal static class AuditEndpoints
{
    private const string Pages = "/audit";
    private const string Export = "/audit/export";
    private const int Most = 200;

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapAudit(this IEndpointRouteBuilder api)
    {
        api.MapGet(Pages, ListAsync).WithSummary("Who did what, when and from where, the newest first.");
        api.MapOtherMethods(Pages, HttpMethods.Get);
        api.MapGet(Export, GetExport).WithSummary("The audit log as a file, CSV or JSON lines.");
        api.MapOtherMethods(Export, HttpMethods.Get);
        return api;
    }

    /// <summary>Maps the export for whoever signed in, whose browser has no key.</summary>
    public static void MapAuditDownload(this IEndpointRouteBuilder pages) =>
        pages.MapGet(AdminPaths.AuditExport, GetExport).RequireAuthorization(AdminPolicies.View);

    private static async Task<Results<Ok<IReadOnlyList<AuditRecord>>, ProblemHttpResult>> ListAsync(
        string? directory, string? actor, string? action, string? from, string? to, string? before, string? count,
        HttpContext context, AuditStore audit, CancellationToken cancellationToken)
    {
        if (ApiRequests.PageFault(before, count, Most, out var below, out var most) is { } fault)
        {
            return fault;
        }

        return QueryOf(directory, actor, action, from, to) is { } query
            ? TypedResults.Ok(ApiPaging.Page(
                context,
                await audit.ListAsync(query with { Before = below, Most = most + 1 }, cancellationToken),
                most,
                "before",
                entry => ApiPaging.Number(entry.Id)))
            : BadPeriod();
    }

    private static Results<PushStreamHttpResult, ProblemHttpResult> GetExport(
        string? format, string? directory, string? actor, string? action, string? from, string? to, HttpContext context, AuditStore audit)
    {
        if (QueryOf(directory, actor, action, from, to) is not { } query)
        {
            return BadPeriod();
        }

        var entries = audit.ReadAsync(query, context.RequestAborted);
        return format switch
        {
            "csv" => TypedResults.Stream(body => AuditExport.WriteCsvAsync(entries, body, context.RequestAborted), "text/csv; charset=utf-8; header=present", "audit.csv"),
            "ndjson" => TypedResults.Stream(body => AuditExport.WriteLinesAsync(entries, body, context.RequestAborted), "application/x-ndjson", "audit.ndjson"),
            _ => ApiRequests.Bad("format is csv or ndjson."),
        };
    }

    private static AuditQuery? QueryOf(string? directory, string? actor, string? action, string? from, string? to) =>
        ApiRequests.TryMoment(from, out var since) && ApiRequests.TryMoment(to, out var until)
            ? new AuditQuery { DirectoryKey = directory, Actor = actor, Action = action, From = since, To = until }
            : null;

    private static ProblemHttpResult BadPeriod() => ApiRequests.Bad("from and to are moments, such as 2026-10-15T12:00:00Z.");
}
