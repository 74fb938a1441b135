using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Directories;
using ScimBridge.HiBobSimulator.Webhooks;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Webhooks;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync.Webhooks;

/// <summary>Webhooks over real HTTP.</summary>
public sealed class WebhookEndpointTests
{
    private const string Secret = "a-webhook-secret-of-acme";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_signed_notice_marks_its_employee_and_is_due_after_the_lag(string provider)
    {
        await using var scenario = await StartAsync(provider);

        Assert.Equal((200, "accepted"), await PostAsync(scenario, Notice("42")));

        var row = Assert.Single(await DirtyAsync(scenario));
        var now = scenario.Time.GetUtcNow();
        Assert.Equal(("42", now, now.AddSeconds(20)), (row.EmployeeId, row.LastAt, row.DueAt));
        var delivery = Assert.Single(await DeliveriesAsync(scenario));
        Assert.Equal(("employee.updated", "42", "accepted"), (delivery.Type, delivery.EmployeeId, delivery.Result));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Duplicates_and_replays_within_a_day_change_nothing(string provider)
    {
        await using var scenario = await StartAsync(provider);
        await PostAsync(scenario, Notice("42"));
        var first = Assert.Single(await DirtyAsync(scenario));
        scenario.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((200, "repeated"), await PostAsync(scenario, Notice("42")));
        Assert.Equal(first.LastAt, Assert.Single(await DirtyAsync(scenario)).LastAt);

        await scenario.SyncedAsync();
        Assert.Empty(await DirtyAsync(scenario));
        Assert.Equal((200, "repeated"), await PostAsync(scenario, Notice("42")));
        Assert.Empty(await DirtyAsync(scenario));

        scenario.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal((200, "accepted"), await PostAsync(scenario, Notice("42")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_burst_is_one_row_an_employee_and_one_job(string provider)
    {
        await using var scenario = await StartAsync(provider);

        var answers = await Task.WhenAll(Enumerable.Range(0, 120).Select(number => PostAsync(scenario, Notice($"{number % 8}", number))));

        Assert.All(answers, answer => Assert.Equal((200, "accepted"), answer));
        Assert.Equal(8, (await DirtyAsync(scenario)).Count);
        Assert.Equal(1, scenario.App.Services.GetRequiredService<JobStorage>().GetMonitoringApi().ScheduledCount());
    }

    [Fact]
    public async Task Whoever_signs_wrongly_learns_nothing_not_even_whether_the_directory_exists()
    {
        await using var scenario = await StartAsync(Databases.Sqlite);
        var body = Notice("42");
        var answers = new List<string>
        {
            await WholeAnswerAsync(scenario, "acme", body, signature: null),
            await WholeAnswerAsync(scenario, "acme", body, WebhookSignature.Of(body, "another secret")),
            await WholeAnswerAsync(scenario, "acme", body, "not base64"),
            await WholeAnswerAsync(scenario, "acme", body + " ", WebhookSignature.Of(body, Secret)),
            await WholeAnswerAsync(scenario, "nobody", body, WebhookSignature.Of(body, Secret)),
            await WholeAnswerAsync(scenario, "nobody", body, signature: null),
            await WholeAnswerAsync(scenario, "acme", "Ping test", "d3Jvbmc="),
        };
        await scenario.App.Services.GetRequiredService<WebhookSecrets>().SetAsync(await scenario.DirectoryAsync(), null, Ct);
        answers.Add(await WholeAnswerAsync(scenario, "acme", body, WebhookSignature.Of(body, Secret)));

        Assert.Single(answers.Distinct());
        Assert.StartsWith("401 ", answers[0], StringComparison.Ordinal);
        Assert.DoesNotContain("detail", answers[0], StringComparison.Ordinal);
        Assert.Empty(await DirtyAsync(scenario));
        await JobProbe.UntilAsync(async () => (await DeliveriesAsync(scenario)).Count(delivery => delivery.Result == "unsigned") == 6);
    }

    [Theory]
    [InlineData("Ping test")]
    [InlineData("{\"text\":\"Ping test\"}")]
    public async Task The_connection_test_is_answered_signed_and_unsigned_and_for_every_key_alike(string ping)
    {
        await using var scenario = await StartAsync(Databases.Sqlite);

        var unsigned = await WholeAnswerAsync(scenario, "acme", ping, signature: null);

        Assert.StartsWith("200 ", unsigned, StringComparison.Ordinal);
        Assert.Equal(unsigned, await WholeAnswerAsync(scenario, "acme", ping, WebhookSignature.Of(ping, Secret)));
        Assert.Equal(unsigned, await WholeAnswerAsync(scenario, "nobody", ping, signature: null));
        Assert.StartsWith("401 ", await WholeAnswerAsync(scenario, "acme", ping + "!", signature: null), StringComparison.Ordinal);
        Assert.Empty(await DirtyAsync(scenario));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"type\":\"employee.updated\",\"data\":{}}")]
    [InlineData("")]
    public async Task What_is_signed_and_means_nothing_is_taken_and_ignored_so_that_it_does_not_come_back(string body)
    {
        await using var scenario = await StartAsync(Databases.Sqlite);

        Assert.Equal((200, "ignored"), await PostAsync(scenario, body));

        Assert.Empty(await DirtyAsync(scenario));
        Assert.Equal("malformed", Assert.Single(await DeliveriesAsync(scenario)).Result);
    }

    [Fact]
    public async Task Of_the_first_version_the_employee_is_believed_and_nothing_else()
    {
        await using var scenario = await StartAsync(Databases.Sqlite);

        await PostAsync(scenario, """{"type":"employee.deleted","employee":{"id":"3700000000000010002","displayName":"X"},"data":{"fieldUpdates":[]}}""");
        await PostAsync(scenario, """{"type":"employee.deleted","version":"v2","data":{"employeeId":"3700000000000010003","email":"x@y.example"}}""");

        Assert.Equal(["3700000000000010002", "3700000000000010003"], (await DirtyAsync(scenario)).Select(row => row.EmployeeId));
        Assert.Equal(3, await scenario.CountAsync("Users", "active eq true"));
    }

    [Fact]
    public async Task A_paused_directory_takes_notices_and_reads_nobody_for_them()
    {
        await using var scenario = await StartAsync(Databases.Sqlite);
        await using (var db = Context(scenario))
        {
            db.Directories.Single().SyncPausedSince = scenario.Time.GetUtcNow();
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal((200, "ignored"), await PostAsync(scenario, Notice("42")));

        Assert.Empty(await DirtyAsync(scenario));
        Assert.Equal("ignored", Assert.Single(await DeliveriesAsync(scenario)).Result);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_limit_is_refused_whether_or_not_its_length_is_said(bool chunked)
    {
        await using var scenario = await StartAsync(Databases.Sqlite);
        var body = new string(' ', WebhookEndpoints.LargestBody + 1);
        using var request = Request("acme", body, WebhookSignature.Of(body, Secret));
        request.Headers.TransferEncodingChunked = chunked;
        using var client = scenario.App.Anonymous();

        using var response = await client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        var largest = Notice("42").PadRight(WebhookEndpoints.LargestBody);
        Assert.Equal((200, "accepted"), await PostAsync(scenario, largest));
    }

    [Fact]
    public async Task Requests_without_a_good_signature_are_limited_and_those_with_one_are_not()
    {
        await using var scenario = await StartAsync(Databases.Sqlite);
        using var client = scenario.App.Anonymous();
        var statuses = new List<HttpStatusCode>();
        TimeSpan? wait = null;
        for (var number = 0; number <= WebhookThrottle.PerMinute; number++)
        {
            using var request = Request("acme", Notice("42"), signature: null);
            using var response = await client.SendAsync(request, Ct);
            statuses.Add(response.StatusCode);
            wait = response.Headers.RetryAfter?.Delta;
        }

        Assert.All(statuses.SkipLast(1), status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.InRange(wait!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Equal((200, "accepted"), await PostAsync(scenario, Notice("42")));
    }

    [Fact]
    public async Task A_secret_from_the_settings_is_kept_encrypted_and_its_event_says_nothing_of_it()
    {
        await using var scenario = await StartAsync(Databases.Sqlite);
        var directory = await scenario.DirectoryAsync();

        Assert.Equal(Secret, scenario.App.Services.GetRequiredService<WebhookSecrets>().Of(directory));
        Assert.DoesNotContain(Secret, directory.ProtectedWebhookSecret!, StringComparison.Ordinal);
        await scenario.RestartAsync();
        var events = await scenario.App.Services.GetRequiredService<DirectoryEventStore>().ListAsync(new DirectoryId(directory.Id), null, 100, Ct);
        var set = Assert.Single(events, entry => entry.Kind == WebhookSecrets.SetEvent);
        Assert.DoesNotContain(Secret, set.Detail, StringComparison.Ordinal);
    }

    private static Task<SyncScenario> StartAsync(string provider) =>
        SyncScenario.StartAsync(provider, 3, ("Directories:0:HiBob:WebhookSecret", Secret));

    private static string Notice(string employeeId, int number = 0) =>
        $$$"""{"companyId":700421,"type":"employee.updated","triggeredBy":"system","triggeredAt":"2026-10-15T06:00:01.{{{number:000000}}}","version":"v2","data":{"employeeId":"{{{employeeId}}}"}}""";

    private static HttpRequestMessage Request(string directoryKey, string body, string? signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/webhooks/hibob/{directoryKey}")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("Bob-Signature", signature);
        }

        return request;
    }

    private static async Task<(int Status, string? Result)> PostAsync(SyncScenario scenario, string body)
    {
        using var client = scenario.App.Anonymous();
        using var request = Request("acme", body, WebhookSignature.Of(body, Secret));
        using var response = await client.SendAsync(request, Ct);
        return ((int)response.StatusCode, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!["result"]);
    }

    /// <summary>All of an answer that a stranger can see but for the date.</summary>
    private static async Task<string> WholeAnswerAsync(SyncScenario scenario, string directoryKey, string body, string? signature)
    {
        using var client = scenario.App.Anonymous();
        using var request = Request(directoryKey, body, signature);
        using var response = await client.SendAsync(request, Ct);
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal);
        var text = await response.Content.ReadAsStringAsync(Ct);
        var node = JsonNode.Parse(text)!.AsObject();
        node.Remove("traceId");
        return $"{(int)response.StatusCode} {string.Join('|', headers.Select(header => $"{header.Key}={string.Join(',', header.Value)}"))} {node.ToJsonString()}";
    }

    private static ScimBridgeContext Context(SyncScenario scenario) =>
        scenario.App.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContext();

    private static async Task<IReadOnlyList<DirtyEmployeeRecord>> DirtyAsync(SyncScenario scenario)
    {
        await using var db = Context(scenario);
        return await db.DirtyEmployees.AsNoTracking().OrderBy(row => row.EmployeeId).ToListAsync(Ct);
    }

    private static async Task<IReadOnlyList<WebhookDeliveryRecord>> DeliveriesAsync(SyncScenario scenario) =>
        await scenario.App.Services.GetRequiredService<WebhookDeliveryStore>().ListAsync(
            await scenario.App.DirectoryAsync(cancellationToken: Ct), before: null, 1000, Ct);
}
