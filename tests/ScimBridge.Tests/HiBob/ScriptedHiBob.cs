using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ScimBridge.Employees;
using ScimBridge.HiBob;
using Xunit;

namespace ScimBridge.Tests.HiBob;

/// <summary>A HiBob on loopback that answers from scripts, and the bridge's source wired to it as in production.</summary>
internal sealed class ScriptedHiBob : IAsyncDisposable
{
    public const string Token = "s3cret-t0ken-value";
    public const string UserId = "SERVICE-1234";

    private readonly WebApplication server;
    private readonly ServiceProvider services;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<RequestDelegate>> scripts = new();
    private readonly ConcurrentDictionary<string, RequestDelegate> standard = new();

    private readonly SemaphoreSlim progressed = new(0);

    private ScriptedHiBob(WebApplication server, Dictionary<string, string?> settings)
    {
        this.server = server;
        Always("/v1/company/people/fields", Json(Fixture.Bytes("fields.json")));
        Always("/v1/company/named-lists/department", Json(Fixture.Bytes("list-department.json")));
        Always("/v1/company/named-lists/site", Json(Fixture.Bytes("list-site.json")));
        Always("/v1/people/search", Json(Fixture.Bytes("people-append.json")));
        var values = new Dictionary<string, string?>
        {
            ["HiBob:AllowedHosts:0"] = "127.0.0.1",
            ["HiBob:AnswerTimeout"] = "00:10:00",
            ["HiBob:IdleTimeout"] = "00:10:00",
        };
        foreach (var (key, value) in settings)
        {
            values[key] = value;
        }

        services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddSingleton<TimeProvider>(Clock)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddHiBob()
            .BuildServiceProvider();
    }

    public SkippingClock Clock { get; } = new();

    public LogLines Log { get; } = new();

    public ConcurrentQueue<SeenRequest> Requests { get; } = new();

    public ConcurrentQueue<int> Progress { get; } = new();

    public IEmployeeSource Source => services.GetRequiredService<IEmployeeSource>();

    public SourceConnection Connection => new(new Uri(server.Urls.First() + "/v1"), UserId, Token);

    public IChangeNotices Notices => services.GetRequiredService<IChangeNotices>();

    public static async Task<ScriptedHiBob> StartAsync(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        var hibob = new ScriptedHiBob(server, settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
        server.Run(hibob.AnswerAsync);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return hibob;
    }

    public static RequestDelegate Json(byte[] body) => Answer(200, "application/json", body);

    public static RequestDelegate Json(string body) => Json(System.Text.Encoding.UTF8.GetBytes(body));

    public static RequestDelegate Status(int status, params (string Name, string Value)[] headers) => Answer(status, null, [], headers);

    public static RequestDelegate Answer(int status, string? type, byte[] body, params (string Name, string Value)[] headers) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.Body.WriteAsync(body);
    };

    public void Always(string path, RequestDelegate answer) => standard[path] = answer;

    public void Next(string path, params RequestDelegate[] answers)
    {
        foreach (var answer in answers)
        {
            scripts.GetOrAdd(path, _ => new ConcurrentQueue<RequestDelegate>()).Enqueue(answer);
        }
    }

    public void NextPeople(params RequestDelegate[] answers) => Next("/v1/people/search", answers);

    public int Count(string path) => Requests.Count(request => request.Path == path);

    public static ReadRequest Request { get; } = new([], ["work.department", "work.siteId"]);

    public Task<EmployeeRead> ReadSomeAsync(params string[] ids) =>
        Source.ReadSomeAsync(Connection, Request, ids, TestContext.Current.CancellationToken);

    public Task<SourceAccess> CheckAsync() => Source.CheckAccessAsync(Connection, Request, TestContext.Current.CancellationToken);

    public Task<EmployeeRead> ReadAsync(params string[] catalogueFields) => Source.ReadAllAsync(
        Connection, new ReadRequest([], catalogueFields), new Reporter(Reported), TestContext.Current.CancellationToken);

    public Task<EmployeeRead> ReadAsync() =>
        Source.ReadAllAsync(Connection, Request, new Reporter(Reported), TestContext.Current.CancellationToken);

    /// <summary>Sends much of a company, and breaks the connection when the bridge is in the middle of it.</summary>
    public async Task CutOffAsync(HttpContext context)
    {
        await BeginAsync(context);
        context.Abort();
    }

    /// <summary>Sends much of a company, and lets a quarter of an hour pass without another byte when the bridge is in the middle of it.</summary>
    public async Task StallAsync(HttpContext context)
    {
        await BeginAsync(context);
        await NeverAsync(context);
    }

    /// <summary>Lets a quarter of an hour pass without an answer.</summary>
    public async Task NeverAsync(HttpContext context)
    {
        Clock.Advance(TimeSpan.FromMinutes(15));
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task BeginAsync(HttpContext context)
    {
        while (progressed.Wait(0))
        {
        }

        context.Response.ContentType = "application/json";
        var padding = new string('x', 280);
        var people = Enumerable.Range(0, 3000).Select(n => $$"""{"id":"{{n}}","firstName":"Priya","padding":"{{padding}}"}""");
        await context.Response.WriteAsync("""{"employees":[""" + string.Join(',', people));
        await context.Response.Body.FlushAsync();
        await progressed.WaitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<EmployeeSourceException> FailAsync()
    {
        var failure = await Assert.ThrowsAsync<EmployeeSourceException>(async () => await ReadAsync());
        Assert.DoesNotContain(Token, failure.ToString(), StringComparison.Ordinal);
        return failure;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await server.DisposeAsync();
        progressed.Dispose();
    }

    private void Reported(int people)
    {
        Progress.Enqueue(people);
        progressed.Release();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var seen = new SeenRequest(context.Request.Method, context.Request.Path, context.Request.QueryString.ToString(), headers, body.ToArray());
        Requests.Enqueue(seen);
        context.Items[nameof(SeenRequest)] = seen;
        var path = context.Request.Path.ToString();
        var answer = scripts.TryGetValue(path, out var script) && script.TryDequeue(out var next) ? next
            : standard.TryGetValue(path, out var usual) ? usual
            : Status(404);
        await answer(context);
    }

    private sealed class Reporter(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
