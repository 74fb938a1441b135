namespace ScimBridge.HiBobSimulator;

/// <summary>The simulator as a program.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        try
        {
            if (args is ["--help" or "-h"])
            {
                Console.WriteLine(SimulatorArguments.Usage);
                return 0;
            }

            await using var server = await HiBobSimulatorServer.StartAsync(SimulatorArguments.Parse(args), CancellationToken.None);
            Console.WriteLine($"HiBob simulator: {server.Company.People.Count} people");
            Console.WriteLine($"  API           {server.BaseUrl}");
            Console.WriteLine($"  service user  {server.Options.ServiceUserId}");
            Console.WriteLine($"  token         {server.Options.Token}");
            Console.WriteLine($"  control       {server.ControlUrl}");
            await server.WaitForShutdownAsync(CancellationToken.None);
            return 0;
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or IOException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
    }
}
