using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ScimBridge.HiBobSimulator;
using Xunit;

namespace ScimBridge.Tests.Sync;

/// <summary>Stands before a simulator to hold its answers back, or to edit them into what no company of the simulator's can be.</summary>
internal sealed class RewritingHiBob : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly HttpClient _simulator = new();

    private RewritingHiBob(WebApplication server) => _server = server;

    /// <summary>What happens to the people of the next answers.</summary>
    public Action<JsonArray> Edit { get; set; } = _ => { };

    /// <summary>What the next answers with people wait for.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    /// <summary>The settings that send a server here instead of to its simulator.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("HiBob:AllowedHosts:0", new Uri(_server.Urls.First()).Authority),
        ("Directories:0:HiBob:BaseUrl", _server.Urls.First() + "/v1"),
    ];

    public static async Task<RewritingHiBob> StartAsync(HiBobSimulatorServer simulator)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        var hibob = new RewritingHiBob(server);
        server.MapFallback("{**path}", context => hibob.ForwardAsync(context, simulator));
        await server.StartAsync(TestContext.Current.CancellationToken);
        return hibob;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _simulator.Dispose();
    }

    private async Task ForwardAsync(HttpContext context, HiBobSimulatorServer simulator)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method), new Uri(simulator.BaseUrl, context.Request.Path + context.Request.QueryString));
        request.Headers.TryAddWithoutValidation("Authorization", (string?)context.Request.Headers.Authorization);
        if (context.Request.Method == HttpMethods.Post)
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            request.Content = new ByteArrayContent(body.ToArray());
            request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }

        using var response = await _simulator.SendAsync(request, context.RequestAborted);
        var answer = await response.Content.ReadAsStringAsync(context.RequestAborted);
        if (context.Request.Path == "/v1/people/search")
        {
            await Hold.WaitAsync(context.RequestAborted);
            var people = JsonNode.Parse(answer)!;
            Edit(people["employees"]!.AsArray());
            answer = people.ToJsonString();
        }

        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await context.Response.WriteAsync(answer, context.RequestAborted);
    }
}
