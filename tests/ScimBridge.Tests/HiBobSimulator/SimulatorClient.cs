using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ScimBridge.HiBobSimulator;
using Xunit;

namespace ScimBridge.Tests.HiBobSimulator;

/// <summary>A running simulator and an HTTP client with its service user's credentials.</summary>
internal sealed class SimulatorClient : IAsyncDisposable
{
    private SimulatorClient(HiBobSimulatorServer server)
    {
        Server = server;
        Http = new HttpClient { BaseAddress = new Uri(server.BaseUrl + "/") };
        var credentials = Encoding.UTF8.GetBytes($"{server.Options.ServiceUserId}:{server.Options.Token}");
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
    }

    public HiBobSimulatorServer Server { get; }

    public HttpClient Http { get; }

    public Company Company => Server.Company;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<SimulatorClient> StartAsync(int people = 60) => StartAsync(new HiBobSimulatorOptions { People = people });

    public static async Task<SimulatorClient> StartAsync(HiBobSimulatorOptions options) =>
        new(await HiBobSimulatorServer.StartAsync(options, Ct));

    public Task<HttpResponseMessage> PostAsync(string path, string body) =>
        Http.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), Ct);

    public Task<HttpResponseMessage> SearchAsync(string body = """{"fields":["root.id"],"showInactive":true}""") => PostAsync("people/search", body);

    /// <summary>The employees of a successful search.</summary>
    public async Task<JsonArray> EmployeesAsync(string body)
    {
        using var response = await SearchAsync(body);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Ct))!["employees"]!.AsArray();
    }

    public async Task<JsonNode> GetJsonAsync(string path) => (await Http.GetFromJsonAsync<JsonNode>(path, Ct))!;

    public async Task<HttpResponseMessage> ControlAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, Server.ControlUrl + path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await Http.SendAsync(request, Ct);
    }

    /// <summary>The JSON that a control endpoint answers with the status.</summary>
    public async Task<JsonNode> ControlJsonAsync(HttpMethod method, string path, string? body = null, int status = 200)
    {
        using var response = await ControlAsync(method, path, body);
        var answer = (await response.Content.ReadFromJsonAsync<JsonNode>(Ct))!;
        Assert.True(status == (int)response.StatusCode, answer.ToJsonString());
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }
}
