using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ScimBridge.Tests.HiBobSimulator;

/// <summary>Receives webhooks over HTTP, answers as told and remembers them.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<(string Body, string? Signature)> received = [];

    private WebhookReceiver(Func<int, string, int> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.MapPost("/hook", async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            context.Response.StatusCode = answer(Note(body, context.Request.Headers["Bob-Signature"]), body);
        });
    }

    public Uri Url => new(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), "/hook");

    public IReadOnlyList<(string Body, string? Signature)> Received
    {
        get
        {
            lock (gate)
            {
                return [.. received];
            }
        }
    }

    /// <summary>The types of the events, in the order in which they came.</summary>
    public IReadOnlyList<string?> Types => [.. Received.Select(one => (string?)JsonNode.Parse(one.Body)!["type"])];

    /// <summary>Starts one that answers by the number of the request and its body; by default it takes everything.</summary>
    public static async Task<WebhookReceiver> StartAsync(Func<int, string, int>? answer = null)
    {
        var receiver = new WebhookReceiver(answer ?? ((_, _) => 200));
        await receiver.app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private int Note(string body, string? signature)
    {
        lock (gate)
        {
            received.Add((body, signature));
            return received.Count;
        }
    }
}
