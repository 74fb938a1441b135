using System.Text;
using ScimBridge.Employees;
using Xunit;
using static ScimBridge.Tests.HiBob.ScriptedHiBob;

namespace ScimBridge.Tests.HiBob;

public class HiBobAccessTests
{
    private const string People = "/v1/people/search";
    private const string Fields = "/v1/company/people/fields";

    [Fact]
    public async Task Access_that_is_granted_says_who_and_what_is_to_be_seen()
    {
        await using var hibob = await StartAsync(("HiBob:AdditionalFields:0", "work.squad"));
        hibob.Always(People, new ScriptedCompany(Enumerable.Range(1, 30).Select(n => $"{n}"))
        {
            Whole = Json($$"""
                {"employees":[{{string.Join(',', Enumerable.Range(1, 30).Select(n => $$$"""{"id":"{{{n}}}","internal":{"lifecycleStatus":"employed"}}"""))}}]}
                """),
        }.AnswerAsync);

        var access = await hibob.CheckAsync();

        Assert.Equal(AccessOutcome.Granted, access.Outcome);
        Assert.Equal(30, access.LifecycleCounts["employed"]);
        Assert.Equal(20, Assert.Single(access.Fields, report => report.Field.Id == "root.email").Present);
        Assert.Equal(0, Assert.Single(access.Fields, report => report.Field.Id == "work.workPhone").Seen);
        Assert.Equal(
            ["no_joiners_visible", "no_leavers_visible"],
            access.Issues.Select(issue => issue.Code).Where(code => code.EndsWith("visible", StringComparison.Ordinal)));
        Assert.Contains(access.Issues, issue => issue.Code == "unknown_field" && issue.Detail.Contains("work.squad", StringComparison.Ordinal));
        Assert.Equal(3, hibob.Requests.Count);
        var everybody = Encoding.UTF8.GetString(hibob.Requests.First(request => request.Path == People).Body);
        Assert.DoesNotContain("root.email", everybody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_id_or_token_is_InvalidCredentials()
    {
        await using var hibob = await StartAsync();
        hibob.Always(Fields, Status(401));

        await DeniedAsync(hibob, AccessOutcome.InvalidCredentials, UserId);
        Assert.Single(hibob.Requests);
    }

    [Fact]
    public async Task A_service_user_in_no_group_is_NoPermission()
    {
        await using var hibob = await StartAsync();
        hibob.Always(People, Status(403));

        await DeniedAsync(hibob, AccessOutcome.NoPermission, "permission group");
    }

    [Fact]
    public async Task A_group_without_an_audience_is_NobodyVisible()
    {
        await using var hibob = await StartAsync();
        hibob.Always(People, Json("""{"employees":[]}"""));

        await DeniedAsync(hibob, AccessOutcome.NobodyVisible, "Access data for");
    }

    [Fact]
    public async Task People_without_a_lifecycle_status_are_LifecycleHidden()
    {
        await using var hibob = await StartAsync();
        hibob.Always(People, Json("""{"employees":[{"id":"1"}]}"""));

        await DeniedAsync(hibob, AccessOutcome.LifecycleHidden, "Lifecycle sections");
    }

    [Fact]
    public async Task A_host_that_is_not_allowed_is_HostNotAllowed()
    {
        await using var hibob = await StartAsync(("HiBob:AllowedHosts:0", "example.com"));

        await DeniedAsync(hibob, AccessOutcome.HostNotAllowed, "AllowedHosts");
    }

    [Fact]
    public async Task A_web_page_is_WrongAddress()
    {
        await using var hibob = await StartAsync();
        hibob.Always(Fields, Answer(200, "text/html", "<html></html>"u8.ToArray()));

        await DeniedAsync(hibob, AccessOutcome.WrongAddress, "base URL");
    }

    [Fact]
    public async Task Nobody_listening_is_HostNotReached()
    {
        var gone = await StartAsync();
        var connection = gone.Connection;
        await gone.DisposeAsync();
        await using var hibob = await StartAsync();

        var access = await hibob.Source.CheckAccessAsync(connection, Request, TestContext.Current.CancellationToken);

        Assert.Equal(AccessOutcome.HostNotReached, access.Outcome);
    }

    [Fact]
    public async Task A_broken_HiBob_is_Unavailable()
    {
        await using var hibob = await StartAsync();
        hibob.Always(Fields, Status(503));

        await DeniedAsync(hibob, AccessOutcome.Unavailable, "503");
    }

    private static async Task DeniedAsync(ScriptedHiBob hibob, AccessOutcome outcome, string words)
    {
        var access = await hibob.CheckAsync();

        Assert.Equal(outcome, access.Outcome);
        Assert.Contains(words, access.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, access.ToString(), StringComparison.Ordinal);
        Assert.Empty(access.Fields);
    }
}
