using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Directories;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

/// <summary>Rows of the fault matrix that are about how HiBob is reached and what it lets be read, before, during and after.</summary>
public sealed class FaultMatrixAccessTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Refused_credentials_are_tried_once_a_run_and_change_no_answer(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 6);
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        scenario.HiBob.Faults.Add(SimulatorFault.Status(401));
        scenario.HiBob.RequestLog.Clear();

        Assert.Equal("invalid_credentials", (await scenario.SyncAsync()).ErrorReason);

        Assert.Equal(1, scenario.HiBob.RequestLog.Total);
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
        scenario.HiBob.Faults.Clear();
        await scenario.SyncedAsync();
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_firewall_that_blocks_the_address_fails_the_run_and_when_it_opens_all_is_as_before(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 6);
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        await BlockAsync(scenario.HiBob);
        scenario.HiBob.RequestLog.Clear();

        var run = await scenario.SyncAsync();

        Assert.Equal((SyncOutcome.Failed, "forbidden"), (run.Outcome, run.ErrorReason));
        Assert.Equal(DirectoryState.InvalidCredentials, await scenario.StateAsync());
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));

        scenario.Time.Advance(TimeSpan.FromMinutes(5));
        await scenario.SyncedAsync();
        Assert.Equal(DirectoryState.Linked, await scenario.StateAsync());
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Forbidden_named_lists_are_an_issue_and_every_group_stays(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        scenario.HiBob.Permissions.CanReadNamedLists = false;

        var run = await scenario.SyncedAsync();

        Assert.Equal(SyncOutcome.SucceededWithIssues, run.Outcome);
        Assert.Contains(("list_unreadable", null), await scenario.IssuesAsync(run));
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
        scenario.HiBob.Permissions.GrantAll();
        await scenario.SyncedAsync();
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_sandbox_suffix_on_every_address_is_held_and_changes_no_answer(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        scenario.HiBob.Options.Shapes.SandboxEmails = true;

        var run = await scenario.SyncAsync();

        Assert.Equal((SyncOutcome.Held, "over_threshold", run.VersionBefore), (run.Outcome, run.ErrorReason, run.VersionAfter));
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
        scenario.HiBob.Options.Shapes.SandboxEmails = false;
        await scenario.SyncedAsync();
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
        Assert.Null((await scenario.DirectoryAsync()).HeldRunId);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_field_id_that_HiBob_does_not_know_is_an_issue_and_changes_no_answer(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 6);
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        await scenario.RestartAsync(("HiBob:AdditionalFields:0", "work.squad"));

        var run = await scenario.SyncedAsync();

        Assert.Contains(("unknown_field", null), await scenario.IssuesAsync(run));
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
        await scenario.RestartAsync(("HiBob:AdditionalFields:0", "work.title"));
        Assert.DoesNotContain(("unknown_field", null), await scenario.IssuesAsync(await scenario.SyncedAsync()));
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_person_is_synced_by_address_in_every_shape_of_a_single_read(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 6);
        var shapes = scenario.HiBob.Options.Shapes;
        foreach (var (bare, wrapped) in new[] { (true, false), (false, true), (false, false) })
        {
            (shapes.WrapsSingleRead, shapes.WrapsSingleReadAsEmployee) = (!bare && !wrapped, wrapped);
            var title = $"Pilot {bare} {wrapped}";
            scenario.Company.Update(SmallCompany.Id(3), "work.title", title);

            Assert.NotNull(await RequestAsync(scenario, "person.3@fjordline.example"));
            var run = await scenario.RunAsync(SyncKind.People);

            Assert.Equal((SyncOutcome.Succeeded, 1, 1), (run.Outcome, run.Read, run.Updated));
            Assert.Equal(title, (string?)(await scenario.UserAsync(SmallCompany.Id(3)))["title"]);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_address_that_HiBob_answers_with_404_starts_no_run_and_changes_no_answer(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider, 6);
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);

        // A stored user whom HiBob does not show any more is no reason to believe in a leaver.
        scenario.Company.Remove(SmallCompany.Id(3));
        Assert.Null(await RequestAsync(scenario, "person.3@fjordline.example"));

        Assert.Single(await JobProbe.AllRunsAsync(scenario.App));
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
        Assert.Equal(1, (await scenario.SyncedAsync()).Deactivated);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_body_that_comes_slowly_and_keeps_coming_is_waited_for(string provider)
    {
        await using var scenario = await SyncScenario.StartEmptyAsync(provider, new HiBobSimulatorOptions { People = 60 }, realTime: true, FailedReadFixture.Hasty);
        await scenario.SyncedAsync();
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        scenario.HiBob.Faults.Add(SimulatorFault.SlowBody(TimeSpan.FromMilliseconds(100), chunkBytes: 16 * 1024) with { Endpoint = SimulatorEndpoint.PeopleSearch });

        // Only HiBob's clock stands still between two pieces; the whole body takes longer than a silence may.
        var sync = scenario.App.SyncAsync(cancellationToken: Ct);
        while (!sync.IsCompleted)
        {
            await Task.WhenAny(sync, Task.Delay(100, Ct));
            scenario.Time.Advance(TimeSpan.FromMilliseconds(100));
        }

        var run = await sync;
        Assert.Equal((SyncOutcome.Succeeded, 60), (run.Outcome, run.Read));
        Assert.True(run.FinishedAt - run.StartedAt > TimeSpan.FromSeconds(1), $"{run.FinishedAt - run.StartedAt}");
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
    }

    public static IEnumerable<TheoryDataRow<string, string>> Triggers =>
        Databases.With([nameof(SyncTrigger.Schedule), nameof(SyncTrigger.Api), nameof(SyncTrigger.Start)]);

    [Theory, MemberData(nameof(Triggers))]
    public async Task Far_fewer_people_are_held_whoever_asked_for_the_sync(string provider, string trigger)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        scenario.HiBob.Permissions.AudienceIds = scenario.Company.People.Take(3).Select(person => person.Id).ToHashSet();

        var run = await scenario.App.RunAsync(SyncRequest.Full(Enum.Parse<SyncTrigger>(trigger)), cancellationToken: Ct);

        Assert.Equal((SyncOutcome.Held, "over_threshold"), (run.Outcome, run.ErrorReason));
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
        scenario.HiBob.Permissions.GrantAll();
        await scenario.SyncedAsync();
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
    }

    private static async Task<Guid?> RequestAsync(SyncScenario scenario, string email) =>
        await scenario.App.Services.GetRequiredService<SyncTriggers>().RequestPersonByEmailAsync(await scenario.DirectoryAsync(), email, "tests", Ct);

    /// <summary>Somebody else at the same address tries wrong passwords until the firewall has had enough.</summary>
    private static async Task BlockAsync(HiBobSimulatorServer hibob)
    {
        using var client = new HttpClient();
        for (var call = 0; call < hibob.Traffic.FirewallThreshold; call++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{hibob.BaseUrl}/company/people/fields");
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"someone:{call}")));
            using var response = await client.SendAsync(request, Ct);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }
}
