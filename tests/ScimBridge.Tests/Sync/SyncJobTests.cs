using Hangfire;
using Hangfire.States;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ScimBridge.HiBobSimulator;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;
using static ScimBridge.Tests.Sync.JobProbe;

namespace ScimBridge.Tests.Sync;

/// <summary>What runs by itself, with a real Hangfire server.</summary>
public sealed class SyncJobTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_directory_syncs_at_the_first_start_and_then_by_its_recurring_job(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await CompanyAsync();
        await using var app = ScimBridgeApp.Start(database, [hibob], jobs: true);

        var first = Assert.Single(await RunsAsync(app, finished: 1));
        Assert.Equal((SyncTrigger.Start, SyncOutcome.Succeeded, 4), (first.Trigger, first.Outcome, first.Created));

        var job = Assert.Single(RecurringJobs(app));
        var directory = (await app.Services.GetRequiredService<DirectoryStore>().FindAsync("acme", Ct))!;
        Assert.Equal("directory:acme", job.Id);
        Assert.Equal("UTC", job.TimeZoneId);
        Assert.Equal(SyncSchedule.Cron(directory.FirstSyncAt!.Value, 30), job.Cron);

        app.Services.GetRequiredService<IRecurringJobManager>().Trigger("directory:acme");
        var second = (await RunsAsync(app, finished: 2))[1];
        Assert.Equal((SyncTrigger.Schedule, SyncOutcome.Succeeded, 4), (second.Trigger, second.Outcome, second.Unchanged));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_failed_sync_fails_its_job_once_and_is_not_tried_again(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await CompanyAsync();
        hibob.Faults.Add(SimulatorFault.Status(401));
        await using var app = ScimBridgeApp.Start(database, [hibob], jobs: true);

        var run = Assert.Single(await RunsAsync(app, finished: 1));
        Assert.Equal("invalid_credentials", run.ErrorReason);
        var monitoring = app.Services.GetRequiredService<JobStorage>().GetMonitoringApi();
        await UntilAsync(() => Task.FromResult(monitoring.FailedCount() == 1));

        var failed = Assert.Single(monitoring.FailedJobs(0, 10));
        var states = monitoring.JobDetails(failed.Key).History.Select(entry => entry.StateName).Reverse();
        Assert.Equal([EnqueuedState.StateName, ProcessingState.StateName, FailedState.StateName], states);
        Assert.Contains("invalid_credentials", failed.Value.ExceptionMessage, StringComparison.Ordinal);
        Assert.Equal((0, 1), (monitoring.ScheduledCount(), hibob.RequestLog.Total));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_asks_while_a_sync_runs_gets_the_one_that_waits_and_it_runs_afterwards(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await CompanyAsync();
        await using var slow = await RewritingHiBob.StartAsync(hibob);
        var answer = new TaskCompletionSource();
        slow.Hold = answer.Task;
        await using var app = ScimBridgeApp.Start(database, [hibob], jobs: true, settings: slow.Settings.ToDictionary(pair => pair.Name, pair => (string?)pair.Value));
        await UntilAsync(async () => (await AllRunsAsync(app)).Any(run => run.State == SyncRunState.Running));
        var running = Assert.Single(await AllRunsAsync(app)).Id;

        var directory = await app.DirectoryAsync(cancellationToken: Ct);
        var triggers = app.Services.GetRequiredService<SyncTriggers>();
        var asked = new List<Guid>();
        for (var time = 0; time < 3; time++)
        {
            asked.Add(await triggers.RequestAsync(directory, SyncTrigger.Api, Ct));
        }

        var waiting = Assert.Single(asked.Distinct());
        Assert.NotEqual(running, waiting);

        // The job that could have started it finds the lease taken and comes back later, one however often it was asked for.
        var monitoring = app.Services.GetRequiredService<JobStorage>().GetMonitoringApi();
        await UntilAsync(() => Task.FromResult(monitoring.ScheduledCount() == 1));
        Assert.Equal((SyncRunState.Queued, 2), ((await AllRunsAsync(app))[1].State, (await AllRunsAsync(app)).Count));

        answer.SetResult();
        var runs = await RunsAsync(app, finished: 2);
        Assert.Equal([running, waiting], runs.Select(run => run.Id));
        Assert.True(runs[0].FinishedAt <= runs[1].StartedAt, "The second run started before the first had ended.");
        Assert.All(runs, run => Assert.Equal(SyncOutcome.Succeeded, run.Outcome));
        Assert.Equal(0, monitoring.FailedCount());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_slow_directory_does_not_delay_another(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await CompanyAsync();
        await using var other = await CompanyAsync();
        await using var slow = await RewritingHiBob.StartAsync(hibob);
        var answer = new TaskCompletionSource();
        slow.Hold = answer.Task;
        var settings = slow.Settings.ToDictionary(pair => pair.Name, pair => (string?)pair.Value);
        settings["HiBob:AllowedHosts:2"] = other.BaseUrl.Authority;
        await using var app = ScimBridgeApp.Start(database, [hibob, other], jobs: true, settings: settings);

        // The jobs start in no order: the slow one must be under way before the other one's end tells anything.
        await UntilAsync(async () => (await AllRunsAsync(app)).Any(run => run.State == SyncRunState.Running));
        Assert.Equal(SyncOutcome.Succeeded, Assert.Single(await RunsAsync(app, finished: 1, "globex")).Outcome);
        Assert.Equal(SyncRunState.Running, Assert.Single(await AllRunsAsync(app)).State);

        answer.SetResult();
        Assert.Equal(SyncOutcome.Succeeded, Assert.Single(await RunsAsync(app, finished: 1)).Outcome);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_bad_directory_does_not_stop_another(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var bad = await CompanyAsync();
        await using var good = await CompanyAsync();
        bad.Faults.Add(SimulatorFault.Html());
        await using var app = ScimBridgeApp.Start(
            database, [bad, good], jobs: true, settings: new Dictionary<string, string?> { ["HiBob:RetryDelay"] = "00:00:00.001" });

        Assert.Equal("unreadable", Assert.Single(await RunsAsync(app, finished: 1)).ErrorReason);
        Assert.Equal(SyncOutcome.Succeeded, Assert.Single(await RunsAsync(app, finished: 1, "globex")).Outcome);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_restart_registers_every_schedule_again_and_runs_only_what_is_overdue(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await CompanyAsync();
        string cron;
        await using (var app = ScimBridgeApp.Start(database, [hibob], jobs: true))
        {
            await RunsAsync(app, finished: 1);
            cron = Assert.Single(RecurringJobs(app)).Cron;
        }

        await using (var app = ScimBridgeApp.Start(database, [hibob], jobs: true, time: Later(29)))
        {
            // What is overdue is asked for before the server takes its first request.
            Assert.Single(await AllRunsAsync(app));
            Assert.Equal(cron, Assert.Single(RecurringJobs(app)).Cron);
        }

        await using (var app = ScimBridgeApp.Start(database, [hibob], jobs: true, time: Later(31)))
        {
            var runs = await RunsAsync(app, finished: 2);
            Assert.Equal((SyncTrigger.Start, SyncOutcome.Succeeded), (runs[1].Trigger, runs[1].Outcome));
            Assert.Equal(cron, Assert.Single(RecurringJobs(app)).Cron);
        }

        await using (var app = ScimBridgeApp.Start(database, [], jobs: true))
        {
            Assert.Empty(RecurringJobs(app));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_a_dead_process_left_running_is_run_again_at_the_next_start(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var hibob = await CompanyAsync();
        Guid dead;
        await using (var app = ScimBridgeApp.Start(database, [hibob]))
        {
            var (runs, directory) = (app.Services.GetRequiredService<SyncRunStore>(), await app.DirectoryAsync(cancellationToken: Ct));
            (dead, _) = await runs.RequestAsync(directory, SyncTrigger.Schedule, Ct);
            Assert.Equal(dead, (await runs.TryStartAsync(directory, Ct)).RunId);
        }

        await using (var app = ScimBridgeApp.Start(database, [hibob], jobs: true, time: Later(2)))
        {
            var runs = await RunsAsync(app, finished: 2);
            Assert.Equal((dead, "interrupted"), (runs[0].Id, runs[0].ErrorReason));
            Assert.Equal((SyncTrigger.Start, SyncOutcome.Succeeded), (runs[1].Trigger, runs[1].Outcome));
        }
    }

    private static FakeTimeProvider Later(int minutes) => new(DateTimeOffset.UtcNow.AddMinutes(minutes));

    private static async Task<HiBobSimulatorServer> CompanyAsync()
    {
        var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 0, RateLimitPerMinute = 0 }, Ct);
        SmallCompany.Fill(hibob.Company, 4);
        return hibob;
    }

    private static List<RecurringJobDto> RecurringJobs(ScimBridgeApp app)
    {
        using var connection = app.Services.GetRequiredService<JobStorage>().GetConnection();
        return [.. connection.GetRecurringJobs().Where(job => job.Id.StartsWith("directory:", StringComparison.Ordinal))];
    }
}
