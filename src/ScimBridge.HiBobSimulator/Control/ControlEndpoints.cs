using System.Net;
using ScimBridge.HiBobSimulator.Api;

namespace ScimBridge.HiBobSimulator.Control;

/// <summary>What tests do through objects, over HTTP for the standalone program; only for callers on this machine.</summary>
internal static class ControlEndpoints
{
    private static readonly string[] LocalHosts = ["127.0.0.1", "localhost", "[::1]"];

    public static void MapControl(this IEndpointRouteBuilder routes, HiBobSimulatorServer server)
    {
        var people = new ControlPeople(server.Company);
        var settings = new ControlSettings(server);
        Map(routes, "GET", "", ControlHelp.GetAsync);
        Map(routes, "GET", "/people", people.ListAsync);
        Map(routes, "POST", "/people", people.CreateAsync);
        Map(routes, "GET", "/people/{id}", people.GetAsync);
        Map(routes, "PATCH", "/people/{id}", people.PatchAsync);
        Map(routes, "PUT", "/people/{id}", people.PutAsync);
        Map(routes, "DELETE", "/people/{id}", people.DeleteAsync);
        MapCatalogue(routes, server);
        MapPlay(routes, server);
        Map(routes, "GET", "/permissions", settings.GetPermissionsAsync);
        Map(routes, "PUT", "/permissions", settings.PutPermissionsAsync);
        Map(routes, "GET", "/clock", settings.GetClockAsync);
        Map(routes, "POST", "/clock", settings.PostClockAsync);
        Map(routes, "GET", "/faults", settings.GetFaultsAsync);
        Map(routes, "PUT", "/faults", settings.PutFaultsAsync);
        Map(routes, "DELETE", "/faults", settings.DeleteFaultsAsync);
        Map(routes, "GET", "/requests", settings.GetRequestsAsync);
        Map(routes, "DELETE", "/requests", settings.DeleteRequestsAsync);
    }

    private static void MapCatalogue(IEndpointRouteBuilder routes, HiBobSimulatorServer server)
    {
        var fields = new ControlFields(server.Company, server.Options.Shapes);
        var lists = new ControlLists(server.Company, server.Options.Shapes);
        Map(routes, "GET", "/fields", fields.GetAsync);
        Map(routes, "POST", "/fields", fields.PostAsync);
        Map(routes, "GET", "/lists", lists.ListAsync);
        Map(routes, "GET", "/lists/{list}", lists.GetAsync);
        Map(routes, "PUT", "/lists/{list}", lists.PutListAsync);
        Map(routes, "PUT", "/lists/{list}/{id}", lists.PutAsync);
    }

    private static void MapPlay(IEndpointRouteBuilder routes, HiBobSimulatorServer server)
    {
        var schedule = new ControlSchedule(server.Company, server.Script);
        var switches = new ControlSwitches(server.Switches);
        var webhooks = new ControlWebhooks(server.Webhooks);
        Map(routes, "GET", "/schedule", schedule.ListAsync);
        Map(routes, "POST", "/people/{id}/schedule", schedule.PostAsync);
        Map(routes, "DELETE", "/schedule/{id}", schedule.DeleteAsync);
        Map(routes, "GET", "/script", schedule.GetScriptAsync);
        Map(routes, "POST", "/script", schedule.PostScriptAsync);
        Map(routes, "DELETE", "/script", schedule.DeleteScriptAsync);
        Map(routes, "GET", "/switches", switches.GetAsync);
        Map(routes, "PATCH", "/switches", switches.PatchAsync);
        Map(routes, "DELETE", "/switches", switches.DeleteAsync);
        Map(routes, "GET", "/webhooks", webhooks.ListAsync);
        Map(routes, "POST", "/webhooks", webhooks.PostAsync);
        Map(routes, "GET", "/webhooks/deliveries", webhooks.DeliveriesAsync);
        Map(routes, "POST", "/webhooks/wait", webhooks.WaitAsync);
        Map(routes, "DELETE", "/webhooks/{id}", webhooks.DeleteAsync);
        Map(routes, "POST", "/webhooks/{id}/ping", webhooks.PingAsync);
        Map(routes, "POST", "/webhooks/{id}/send", webhooks.SendAsync);
        Map(routes, "POST", "/life", new ControlLife(server.Company).PostAsync);
    }

    private static void Map(IEndpointRouteBuilder routes, string method, string path, Func<HttpContext, Task> handler) =>
        routes.MapMethods("/_control" + path, [method], (RequestDelegate)(context => GuardAsync(context, handler)));

    private static async Task GuardAsync(HttpContext context, Func<HttpContext, Task> handler)
    {
        // The host is looked at as well: a page in a browser on this machine may not reach in through a name that resolves to it.
        var isLocal = context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && LocalHosts.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase);
        if (!isLocal)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        try
        {
            await handler(context);
        }
        catch (BadRequestException problem)
        {
            await ControlJson.ErrorAsync(context, StatusCodes.Status400BadRequest, problem.Message);
        }
        catch (ArgumentException problem)
        {
            await ControlJson.ErrorAsync(context, StatusCodes.Status400BadRequest, problem.Message);
        }
        catch (KeyNotFoundException problem)
        {
            await ControlJson.ErrorAsync(context, StatusCodes.Status404NotFound, problem.Message);
        }
    }
}
