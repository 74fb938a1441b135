using System.Globalization;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.Employees;
using ScimBridge.HiBob;
using Xunit;

namespace ScimBridge.Tests.HiBob;

public class HiBobPacingTests
{
    private static readonly HiBobBudgetKey Key = new("api.hibob.com", "SERVICE-1", "fields");
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Nothing_is_waited_for_before_anything_is_known() => Assert.Equal(TimeSpan.Zero, new HiBobPacing(clock).Wait(Key));

    [Fact]
    public void Calls_are_free_until_the_budget_is_used_up_and_again_after_its_reset()
    {
        var pacing = new HiBobPacing(clock);
        Learn(pacing, HttpStatusCode.OK, remaining: 2, resetIn: 20);

        pacing.Take(Key);
        Assert.Equal(TimeSpan.Zero, pacing.Wait(Key));
        pacing.Take(Key);
        Assert.Equal(TimeSpan.FromSeconds(20), pacing.Wait(Key));
        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.Zero, pacing.Wait(Key));
    }

    [Fact]
    public void Service_users_and_endpoints_and_hosts_have_budgets_of_their_own()
    {
        var pacing = new HiBobPacing(clock);
        Learn(pacing, HttpStatusCode.OK, remaining: 0, resetIn: 20);

        Assert.Equal(TimeSpan.Zero, pacing.Wait(Key with { UserId = "SERVICE-2" }));
        Assert.Equal(TimeSpan.Zero, pacing.Wait(Key with { Endpoint = "people-search" }));
        Assert.Equal(TimeSpan.Zero, pacing.Wait(Key with { Host = "api.sandbox.hibob.com" }));
    }

    [Fact]
    public void A_refusal_whose_reset_is_past_is_still_waited_for_a_little()
    {
        var pacing = new HiBobPacing(clock);
        Learn(pacing, HttpStatusCode.TooManyRequests, remaining: 0, resetIn: -300);

        Assert.Equal(TimeSpan.FromSeconds(1), pacing.Wait(Key));
    }

    [Fact]
    public void Headers_that_make_no_sense_are_ignored()
    {
        var pacing = new HiBobPacing(clock);
        using var response = new HttpResponseMessage();
        response.Headers.Add("X-RateLimit-Remaining", "0");
        response.Headers.Add("X-RateLimit-Reset", "9223372036854775807");

        pacing.Learn(Key, HttpStatusCode.OK, response.Headers);

        Assert.Equal(TimeSpan.Zero, pacing.Wait(Key));
    }

    [Fact]
    public void What_was_said_and_waited_for_is_told_by_service_user()
    {
        var pacing = new HiBobPacing(clock);
        using (var response = new HttpResponseMessage())
        {
            response.Headers.Add("X-RateLimit-Limit", "50");
            response.Headers.Add("X-RateLimit-Remaining", "1");
            response.Headers.Add("X-RateLimit-Reset", clock.GetUtcNow().AddSeconds(20).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            pacing.Learn(Key, HttpStatusCode.OK, response.Headers);
        }

        var said = clock.GetUtcNow();
        Assert.Equal([new SourceBudget("fields", 50, 1, said.AddSeconds(20), said, null)], pacing.BudgetsOf("api.hibob.com", "SERVICE-1"));
        Assert.Empty(pacing.BudgetsOf("api.hibob.com", "SERVICE-2"));
        Assert.Empty(pacing.BudgetsOf("api.sandbox.hibob.com", "SERVICE-1"));

        pacing.Take(Key);
        pacing.Take(Key);
        clock.Advance(TimeSpan.FromSeconds(1));
        pacing.Waited(Key);
        Learn(pacing, HttpStatusCode.TooManyRequests, remaining: 0, resetIn: 30);
        Assert.Equal(
            [new SourceBudget("fields", 50, 0, said.AddSeconds(31), said.AddSeconds(1), said.AddSeconds(1))], pacing.BudgetsOf("api.hibob.com", "SERVICE-1"));
    }

    private void Learn(HiBobPacing pacing, HttpStatusCode status, int remaining, int resetIn)
    {
        using var response = new HttpResponseMessage(status);
        response.Headers.Add("X-RateLimit-Remaining", remaining.ToString(CultureInfo.InvariantCulture));
        var reset = clock.GetUtcNow().ToUnixTimeSeconds() + resetIn;
        response.Headers.Add("X-RateLimit-Reset", reset.ToString(CultureInfo.InvariantCulture));
        pacing.Learn(Key, status, response.Headers);
    }
}
