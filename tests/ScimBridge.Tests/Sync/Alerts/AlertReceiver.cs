using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ScimBridge.Tests.Sync.Alerts;

/// <summary>Receives alerts over HTTP.</summary>
internal sealed class AlertReceiver : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<JsonObject> received = new();
    private int requests;

    private AlertReceiver(WebApplication server) => this.server = server;

    /// <summary>What the next requests are answered with; the last one goes on.</summary>
    public ConcurrentQueue<int> Statuses { get; } = new();

    public string Url => server.Urls.First() + "/alerts";

    public int Requests => requests;

    public IReadOnlyList<JsonObject> Received => [.. received];

    public static async Task<AlertReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        var receiver = new AlertReceiver(server);
        server.MapFallback("{**path}", receiver.TakeAsync);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        Interlocked.Increment(ref requests);
        var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        context.Response.StatusCode = Statuses.TryDequeue(out var status) ? status : StatusCodes.Status204NoContent;
        if (context.Response.StatusCode == StatusCodes.Status302Found)
        {
            context.Response.Headers.Location = "/elsewhere";
        }

        if (context.Response.StatusCode < 300)
        {
            received.Enqueue(body!.AsObject());
        }
    }
}
