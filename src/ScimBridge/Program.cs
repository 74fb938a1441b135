using ScimBridge;
using ScimBridge.Hosting;

if (args is [HealthProbe.Verb, .. var rest])
{
    return await HealthProbe.RunAsync(rest);
}

// The settings file lies beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddScimBridge();
await using var app = builder.Build();
if (ScimBridgeHost.Faults(app.Services) is { Count: > 0 } faults)
{
    await Console.Error.WriteLineAsync($"ScimBridge can't start: {faults.Count} faults in the settings.");
    foreach (var fault in faults)
    {
        await Console.Error.WriteLineAsync($"  - {fault}");
    }

    return 1;
}

app.MapScimBridge();
var report = await app.PrepareAsync(CancellationToken.None);
await app.StartAsync();
report.Write(Console.Out, ListenAddresses.Local(app.Urls.First()));
await app.WaitForShutdownAsync();
return 0;
