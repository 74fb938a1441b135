namespace ScimBridge.HiBobSimulator;

/// <summary>The simulator as a program.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        await using var server = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 1000, Port = 7080 }, default);
        await server.WaitForShutdownAsync(default);
        return args.Length;
    }
}
