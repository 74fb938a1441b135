using Microsoft.Extensions.Options;
using ScimBridge.Storage;

namespace ScimBridge.Sync.Retention;

/// <summary>Removes what is older than it is to be kept. Safe to run at any time, twice, and beside syncs.</summary>
internal sealed partial class RetentionPurge(
    DirectoryStore directories, HistoryPurge history, RecordPurge records, IOptions<RetentionOptions> options, RetentionClock clock,
    ILogger<RetentionPurge> logger)
{
    /// <summary>Goes through all directories.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var directory in await directories.ListAsync(cancellationToken))
        {
            var id = new DirectoryId(directory.Id);
            var rows = await history.PurgeAsync(id, clock.DaysAgo(directory.HistoryDays), cancellationToken);
            var plans = await records.PlansAsync(id, clock.DaysAgo(directory.PlanDays), cancellationToken);
            var runs = await records.RunsAsync(id, clock.DaysAgo(options.Value.RunDays), cancellationToken);
            var events = await records.EventsAsync(id, clock.DaysAgo(options.Value.EventDays), cancellationToken);
            var deliveries = await records.DeliveriesAsync(id, clock.DaysAgo(options.Value.WebhookDays), cancellationToken);
            Purged(directory.Key, rows, plans, runs, events, deliveries);
        }

        var entries = await records.AuditAsync(clock.AuditFrom, cancellationToken);
        AuditPurged(entries);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Directory {Directory}: {Rows} rows of old versions, {Plans} plans, {Runs} runs, {Events} events and {Deliveries} webhook requests were too old and are gone")]
    private partial void Purged(string directory, int rows, int plans, int runs, int events, int deliveries);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Entries} audit entries were too old and are gone")]
    private partial void AuditPurged(int entries);
}
