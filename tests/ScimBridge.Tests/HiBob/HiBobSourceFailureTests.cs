using System.Globalization;
using System.Text;
using ScimBridge.Employees;
using Xunit;
using static ScimBridge.Tests.HiBob.ScriptedHiBob;

namespace ScimBridge.Tests.HiBob;

public class HiBobSourceFailureTests
{
    private const string People = "/v1/people/search";
    private const string Fields = "/v1/company/people/fields";

    [Fact]
    public async Task Refused_credentials_are_final_and_never_tried_again()
    {
        await using var hibob = await StartAsync();
        hibob.Always(Fields, Status(401, ("X-RateLimit-Remaining", "49"), ("X-RateLimit-Reset", "1790000060")));

        var failure = await hibob.FailAsync();

        Assert.Equal(SourceFailure.InvalidCredentials, failure.Failure);
        Assert.Contains(UserId, failure.Message, StringComparison.Ordinal);
        Assert.Contains(hibob.Connection.BaseUrl.ToString(), failure.Message, StringComparison.Ordinal);
        Assert.Single(hibob.Requests);
    }

    [Fact]
    public async Task A_missing_permission_for_people_is_final_and_never_tried_again()
    {
        await using var hibob = await StartAsync();
        hibob.Always(People, Answer(403, "application/json", """{"key":"k","error":"lacks the permission"}"""u8.ToArray()));

        var failure = await hibob.FailAsync();

        Assert.Equal(SourceFailure.Forbidden, failure.Failure);
        Assert.Contains("lacks the permission", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, hibob.Count(People));
    }

    [Fact]
    public async Task A_used_up_budget_is_waited_for_as_the_reset_header_says()
    {
        await using var hibob = await StartAsync();
        var reset = hibob.Clock.GetUtcNow().ToUnixTimeSeconds() + 42;
        hibob.NextPeople(Status(429, ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", reset.ToString(CultureInfo.InvariantCulture))));

        await using var read = await hibob.ReadAsync();

        Assert.Equal(2, hibob.Count(People));
        Assert.Contains(TimeSpan.FromSeconds(42), hibob.Clock.Waits);
    }

    [Fact]
    public async Task A_used_up_budget_is_waited_for_as_Retry_After_says()
    {
        await using var hibob = await StartAsync();
        hibob.NextPeople(Status(429, ("Retry-After", "17")));

        await using var read = await hibob.ReadAsync();

        Assert.Equal(2, hibob.Count(People));
        Assert.Contains(TimeSpan.FromSeconds(17), hibob.Clock.Waits);
    }

    [Fact]
    public async Task A_used_up_budget_without_any_header_is_waited_for_a_minute()
    {
        await using var hibob = await StartAsync();
        hibob.NextPeople(Status(429));

        await using var read = await hibob.ReadAsync();

        Assert.Contains(TimeSpan.FromMinutes(1), hibob.Clock.Waits);
    }

    [Fact]
    public async Task A_budget_that_comes_back_too_late_fails_the_read_without_waiting()
    {
        await using var hibob = await StartAsync();
        hibob.NextPeople(Status(429, ("Retry-After", "3600")));

        var failure = await hibob.FailAsync();

        Assert.Equal(SourceFailure.RateLimited, failure.Failure);
        Assert.Equal(1, hibob.Count(People));
        Assert.Empty(hibob.Clock.Waits);
    }

    [Fact]
    public async Task A_budget_that_never_comes_back_fails_the_read_after_a_few_tries()
    {
        await using var hibob = await StartAsync(("HiBob:Retries", "2"));
        hibob.Always(People, Status(429, ("Retry-After", "5")));

        var failure = await hibob.FailAsync();

        Assert.Equal(SourceFailure.RateLimited, failure.Failure);
        Assert.Equal(3, hibob.Count(People));
    }

    [Fact]
    public async Task A_server_error_is_tried_again()
    {
        await using var hibob = await StartAsync();
        hibob.NextPeople(Status(503), Status(502));

        await using var read = await hibob.ReadAsync();

        Assert.Equal(3, hibob.Count(People));
        Assert.Equal(2, hibob.Clock.Waits.Count);
    }

    [Fact]
    public async Task A_server_error_that_stays_is_Unavailable_after_a_few_tries()
    {
        await using var hibob = await StartAsync();
        hibob.Always(People, Status(500));

        var failure = await hibob.FailAsync();

        Assert.Equal(SourceFailure.Unavailable, failure.Failure);
        Assert.Equal(4, hibob.Count(People));
    }

    [Fact]
    public async Task A_refused_request_is_not_tried_again()
    {
        await using var hibob = await StartAsync();
        hibob.Always(People, Answer(400, "text/html", "<html>Bad Request</html>"u8.ToArray()));

        var failure = await hibob.FailAsync();

        Assert.Equal(SourceFailure.Refused, failure.Failure);
        Assert.DoesNotContain("html", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, hibob.Count(People));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var hibob = await StartAsync();
        hibob.Always(People, Status(302, ("Location", "/v1/elsewhere")));

        var failure = await hibob.FailAsync();

        Assert.Equal(SourceFailure.Refused, failure.Failure);
        Assert.Equal(0, hibob.Count("/v1/elsewhere"));
    }

    [Fact]
    public async Task Nobody_listening_is_Unavailable()
    {
        var hibob = await StartAsync();
        await using var other = await StartAsync();
        var connection = hibob.Connection;
        await hibob.DisposeAsync();

        var failure = await Assert.ThrowsAsync<EmployeeSourceException>(
            async () => await other.Source.ReadAllAsync(connection, Request, new Progress<int>(), TestContext.Current.CancellationToken));

        Assert.Equal(SourceFailure.Unavailable, failure.Failure);
    }

    [Fact]
    public async Task An_answer_that_never_begins_is_Unavailable()
    {
        await using var hibob = await StartAsync(("HiBob:AnswerTimeout", "00:00:05"), ("HiBob:Retries", "1"));

        var failure = await hibob.FailAsync();

        Assert.Equal(SourceFailure.Unavailable, failure.Failure);
    }

    [Fact]
    public async Task A_body_that_stands_still_is_Unavailable()
    {
        await using var hibob = await StartAsync(("HiBob:IdleTimeout", "00:00:05"));

        var failure = await hibob.FailAsync();

        Assert.Equal(SourceFailure.Unavailable, failure.Failure);
        Assert.Contains("stood still", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_cut_off_is_read_again()
    {
        await using var hibob = await StartAsync();
        hibob.NextPeople(hibob.CutOffAsync, hibob.CutOffAsync);

        await using var read = await hibob.ReadAsync();

        Assert.Equal(3, hibob.Count(People));
        Assert.True(read.Count > 1);
    }

    [Fact]
    public async Task A_body_that_is_always_cut_off_is_Unreadable()
    {
        await using var hibob = await StartAsync();
        hibob.Always(People, hibob.CutOffAsync);

        var failure = await hibob.FailAsync();

        Assert.Equal(SourceFailure.Unreadable, failure.Failure);
        Assert.Equal(3, hibob.Count(People));
    }

    [Theory]
    [InlineData("""{"employees":[{"id":"1","internal":{"lifecycleStatus":"employed"}}""")]
    [InlineData("""{"employees":[{"id":"1","internal":{"lifecycleStatus":"employed"}}]} trailing""")]
    [InlineData("""{"employees":[{"id":"1","internal":{"lifecycleStatus":"employed"}}]}{}""")]
    [InlineData("""{"employees":{"id":"1"}}""")]
    [InlineData("""[{"id":"1"}]""")]
    [InlineData("""{"people":[]}""")]
    [InlineData("""{"employees":[],"employees":[]}""")]
    [InlineData("")]
    public async Task A_body_that_is_not_exactly_one_company_is_Unreadable(string body)
    {
        await using var hibob = await StartAsync();
        hibob.Always(People, Json(body));

        var failure = await hibob.FailAsync();

        Assert.Equal(SourceFailure.Unreadable, failure.Failure);
        Assert.DoesNotContain("trailing", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_page_with_status_200_is_Unreadable()
    {
        await using var hibob = await StartAsync();
        hibob.Always(Fields, Answer(200, "text/html; charset=UTF-8", Encoding.UTF8.GetBytes("<!doctype html><html></html>")));

        var failure = await hibob.FailAsync();

        Assert.Equal(SourceFailure.Unreadable, failure.Failure);
        Assert.Equal(3, hibob.Count(Fields));
    }

    [Fact]
    public async Task A_company_without_anybody_is_Empty()
    {
        await using var hibob = await StartAsync();
        hibob.Always(People, Json("""{"employees": []}"""));

        var failure = await hibob.FailAsync();

        Assert.Equal(SourceFailure.Empty, failure.Failure);
        Assert.Equal(1, hibob.Count(People));
    }

    [Fact]
    public async Task A_company_without_anybodys_lifecycle_status_is_MissingField()
    {
        await using var hibob = await StartAsync();
        hibob.Always(People, Json(Fixture.Bytes("people-missing-permissions.json")));

        var failure = await hibob.FailAsync();

        Assert.Equal(SourceFailure.MissingField, failure.Failure);
        Assert.Contains("View selected employees' Lifecycle sections", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_HiBob_that_does_not_know_the_lifecycle_status_is_MissingField_before_anybody_is_read()
    {
        await using var hibob = await StartAsync();
        hibob.Always(Fields, Json("""{"fields":[{"id":"root.id","jsonPath":"id"}]}"""));

        var failure = await hibob.FailAsync();

        Assert.Equal(SourceFailure.MissingField, failure.Failure);
        Assert.Equal(0, hibob.Count(People));
    }

    [Fact]
    public async Task A_host_that_is_not_allowed_is_never_asked()
    {
        await using var hibob = await StartAsync(("HiBob:AllowedHosts:0", "example.com"));

        var failure = await hibob.FailAsync();

        Assert.Equal(SourceFailure.HostNotAllowed, failure.Failure);
        Assert.Empty(hibob.Requests);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_Unreadable()
    {
        await using var hibob = await StartAsync(("HiBob:MaxBodyBytes", "1024"));

        var failure = await hibob.FailAsync();

        Assert.Equal(SourceFailure.Unreadable, failure.Failure);
    }

    [Fact]
    public async Task A_spool_folder_that_is_not_there_says_so()
    {
        await using var hibob = await StartAsync(("HiBob:SpoolFolder", "/nowhere/at/all"));

        var failure = await hibob.FailAsync();

        Assert.Contains("/nowhere/at/all", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_a_read_is_no_failure_of_HiBob()
    {
        await using var hibob = await StartAsync();
        using var stop = new CancellationTokenSource();
        hibob.NextPeople(async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await hibob.Source.ReadAllAsync(hibob.Connection, Request, new Progress<int>(), stop.Token));
    }

    [Fact]
    public async Task No_secret_is_logged_at_any_level()
    {
        await using var hibob = await StartAsync();
        hibob.NextPeople(Status(503), hibob.CutOffAsync, Answer(200, "text/html", []));

        await using var read = await hibob.ReadAsync();

        Assert.NotEmpty(hibob.Log.All);
        Assert.DoesNotContain(Token, hibob.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{UserId}:{Token}")), hibob.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("priya", hibob.Log.All, StringComparison.OrdinalIgnoreCase);
    }
}
