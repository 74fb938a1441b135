using ScimBridge;
using ScimBridge.Directories;
using ScimBridge.Hosting;
using ScimBridge.Storage;

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
    return await SettingsFaults.RefuseAsync(faults);
}

app.MapScimBridge();
await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
if (await app.Services.GetRequiredService<KeyRingCheck>().FaultAsync(CancellationToken.None) is { } wrongKey)
{
    return await SettingsFaults.RefuseAsync([wrongKey]);
}

var report = await app.PrepareAsync(CancellationToken.None);
await app.StartAsync();
report.Write(Console.Out, ListenAddresses.Local(app.Urls.First()));
await app.WaitForShutdownAsync();
return 0;
