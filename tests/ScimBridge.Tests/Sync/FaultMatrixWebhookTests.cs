using ScimBridge.HiBobSimulator.Webhooks;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

/// <summary>Rows of the fault matrix that are about webhooks, sent by the simulator and followed by the read that they ask for.</summary>
public sealed class FaultMatrixWebhookTests
{
    private const string Secret = "a-webhook-secret-of-acme";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public Task An_unsigned_webhook_changes_nothing_and_a_signed_one_brings_the_change(string provider) =>
        RefusedAsync(provider, _ => null);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public Task A_webhook_with_a_wrong_signature_changes_nothing_and_a_right_one_brings_the_change(string provider) =>
        RefusedAsync(provider, body => WebhookSignature.Of(body, "another secret"));

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_webhook_that_comes_again_reads_nobody_and_changes_nothing(string provider)
    {
        await using var scenario = await StartAsync(provider);
        scenario.Company.Update(SmallCompany.Id(2), "work.title", "Pilot");
        var (subscription, body) = (Subscribe(scenario), Notice(SmallCompany.Id(2)));
        Assert.Equal(200, await scenario.HiBob.Webhooks.SendAsync(subscription, body, WebhookSignature.Of(body, Secret), Ct));
        Assert.Equal(1, (await scenario.RunAsync(SyncKind.People)).Updated);
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);

        Assert.Equal(200, await scenario.HiBob.Webhooks.SendAsync(subscription, body, WebhookSignature.Of(body, Secret), Ct));
        var run = await scenario.RunAsync(SyncKind.People);

        Assert.Equal((0, run.VersionBefore), (run.Read, run.VersionAfter));
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
        await scenario.SyncedAsync();
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_webhook_about_somebody_whom_HiBob_does_not_know_changes_nothing(string provider)
    {
        await using var scenario = await StartAsync(provider);
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        var body = Notice("3799999999999999999");

        Assert.Equal(200, await scenario.HiBob.Webhooks.SendAsync(Subscribe(scenario), body, WebhookSignature.Of(body, Secret), Ct));
        var run = await scenario.RunAsync(SyncKind.People);

        Assert.Equal((SyncOutcome.Succeeded, run.VersionBefore), (run.Outcome, run.VersionAfter));
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
        await scenario.SyncedAsync();
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));
    }

    private static async Task RefusedAsync(string provider, Func<string, string?> sign)
    {
        await using var scenario = await StartAsync(provider);
        var before = await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct);
        scenario.Company.Update(SmallCompany.Id(2), "work.title", "Pilot");
        var (subscription, body) = (Subscribe(scenario), Notice(SmallCompany.Id(2)));

        Assert.Equal(401, await scenario.HiBob.Webhooks.SendAsync(subscription, body, sign(body), Ct));
        Assert.Equal(0, (await scenario.RunAsync(SyncKind.People)).Read);
        ScimSnapshot.AssertSame(before, await ScimSnapshot.TakeAsync(scenario.App.Scim, Ct));

        Assert.Equal(200, await scenario.HiBob.Webhooks.SendAsync(subscription, body, WebhookSignature.Of(body, Secret), Ct));
        Assert.Equal(1, (await scenario.RunAsync(SyncKind.People)).Updated);
        Assert.Equal("Pilot", (string?)(await scenario.UserAsync(SmallCompany.Id(2)))["title"]);
    }

    private static Task<SyncScenario> StartAsync(string provider) =>
        SyncScenario.StartAsync(provider, 6, ("Directories:0:HiBob:WebhookSecret", Secret));

    private static WebhookSubscription Subscribe(SyncScenario scenario) => scenario.HiBob.Webhooks.Subscribe(
        new Uri($"{scenario.App.Address.Replace("[::]", "127.0.0.1", StringComparison.Ordinal)}/webhooks/hibob/acme"), Secret);

    private static string Notice(string employeeId) =>
        $$$"""{"companyId":700421,"type":"employee.updated","triggeredBy":"system","triggeredAt":"2026-10-15T06:01:01.000001","version":"v2","data":{"employeeId":"{{{employeeId}}}"}}""";
}
