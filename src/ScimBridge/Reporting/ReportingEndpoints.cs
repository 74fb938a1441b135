using Microsoft.AspNetCore.OData;
using Microsoft.AspNetCore.OData.Query;
using ScimBridge.Directories;
using ScimBridge.Storage;

namespace ScimBridge.Reporting;

/// <summary>The read-only OData feed for Excel, Power BI and reports, under <c>/odata</c>.</summary>
internal static class ReportingEndpoints
{
    /// <summary>Maps the feed.</summary>
    public static IEndpointRouteBuilder MapReporting(this IEndpointRouteBuilder routes)
    {
        var model = ReportModel.Build();
        var feed = routes.MapGroup(ReportLinks.Root).RequireAuthorization(ReportingPolicies.Read).WithReportErrors();
        feed.MapODataServiceDocument("", model).WithODataBaseAddressFactory(ReportLinks.Base);
        feed.MapODataMetadata("/$metadata", model);
        feed.MapGet($"/{ReportModel.Users}", UsersAsync)
            .WithODataModel(model).WithODataBaseAddressFactory(ReportLinks.Base).WithODataResult();
        feed.MapGet($"/{ReportModel.Groups}", GroupsAsync)
            .WithODataModel(model).WithODataBaseAddressFactory(ReportLinks.Base).WithODataResult();
        feed.MapGet($"/{ReportModel.SyncRuns}", SyncRunsAsync)
            .WithODataModel(model).WithODataBaseAddressFactory(ReportLinks.Base).WithODataResult();
        return routes;
    }

    private static async Task<object> UsersAsync(
        ODataQueryOptions<UserRow> options, ScimBridgeContext db, HttpContext context, CancellationToken cancellationToken)
    {
        var version = context.Bearer().Version;
        if (version.Number == 0)
        {
            return ReportErrors.NotYetRead(context);
        }

        var begin = ReportQuery.Begin(options, version.Number);
        return await ReportQuery.PageAsync(
            options, ReportRows.Users(db, version.Directory, begin.Version), row => row.Ordinal, begin, cancellationToken);
    }

    private static async Task<object> GroupsAsync(
        ODataQueryOptions<GroupRow> options, ScimBridgeContext db, HttpContext context, CancellationToken cancellationToken)
    {
        var version = context.Bearer().Version;
        if (version.Number == 0)
        {
            return ReportErrors.NotYetRead(context);
        }

        var begin = ReportQuery.Begin(options, version.Number);
        return await ReportQuery.PageAsync(
            options, ReportRows.Groups(db, version.Directory, begin.Version), row => row.Ordinal, begin, cancellationToken);
    }

    // Ids of runs rise with time, so a walk meets runs that begin meanwhile at its end.
    private static async Task<object> SyncRunsAsync(
        ODataQueryOptions<SyncRunRow> options, ScimBridgeContext db, HttpContext context, CancellationToken cancellationToken)
    {
        var begin = ReportQuery.Begin(options, currentVersion: 0);
        return await ReportQuery.PageAsync(
            options, ReportRows.SyncRuns(db, context.Bearer().Version.Directory), row => row.Id, begin, cancellationToken);
    }
}
