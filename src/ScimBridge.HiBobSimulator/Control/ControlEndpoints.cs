namespace ScimBridge.HiBobSimulator.Control;

/// <summary>Control over HTTP.</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder routes, HiBobSimulatorServer server) =>
        routes.MapGet("/_control", () => Results.Text(server.BaseUrl.ToString()));
}
