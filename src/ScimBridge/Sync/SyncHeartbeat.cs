using System.Data.Common;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Keeps a run's lease alive and its progress visible while it works, and stops it when the lease is lost or somebody asked for that.</summary>
internal sealed class SyncHeartbeat : IProgress<int>, IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RenewAfter = SyncRunStore.LeaseDuration / 4;

    private readonly SyncRunStore runs;
    private readonly TimeProvider time;
    private readonly DirectoryId directory;
    private readonly Guid runId;
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource work;
    private readonly Task beating;
    private volatile int read;
    private volatile int planned;
    private int applied;
    private volatile SyncStage stage = SyncStage.Reading;
    private SyncReport reported = new(SyncStage.Reading, 0, 0, 0);

    private SyncHeartbeat(SyncRunStore runs, TimeProvider time, DirectoryId directory, Guid runId, CancellationToken cancellationToken)
    {
        (this.runs, this.time, this.directory, this.runId) = (runs, time, directory, runId);
        work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        beating = BeatAsync();
    }

    /// <summary>Cancelled when the run is to stop: because somebody cancelled it, the server stops, or its lease is lost.</summary>
    public CancellationToken Token => work.Token;

    /// <summary>The moment by the clock that the run goes by.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Starts beating for a run.</summary>
    public static SyncHeartbeat Start(
        SyncRunStore runs, TimeProvider time, DirectoryId directory, Guid runId, CancellationToken cancellationToken) =>
        new(runs, time, directory, runId, cancellationToken);

    /// <summary>Notes how many people have been read.</summary>
    public void Report(int value) => read = value;

    /// <summary>Notes how many changes the plan has.</summary>
    public void ReportPlanned(int changes) => planned = changes;

    /// <summary>Notes that so many more rows of the next version are written.</summary>
    public void ReportApplied(int rows) => Interlocked.Add(ref applied, rows);

    /// <summary>Enters the next stage, visibly at once.</summary>
    public Task EnterAsync(SyncStage next)
    {
        stage = next;
        return ReportAsync(work.Token);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await beating;
        stop.Dispose();
        work.Dispose();
    }

    private async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(Interval, time);
        var renewed = time.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
            {
                try
                {
                    renewed = await BeatOnceAsync(renewed);
                }
                catch (DbException)
                {
                    // The store was busy. The next beat tries again, and every batch proves the lease for itself.
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    private async Task<long> BeatOnceAsync(long renewed)
    {
        if (reported != Progress)
        {
            await ReportAsync(stop.Token);
        }

        if (await runs.CancelRequestedByAsync(runId, stop.Token) is not null)
        {
            // The lease is kept until the run has ended: work that is past stopping, such as publishing, goes on under it.
            await work.CancelAsync();
        }

        if (time.GetElapsedTime(renewed) < RenewAfter)
        {
            return renewed;
        }

        if (!await runs.RenewLeaseAsync(directory, runId, stop.Token))
        {
            await work.CancelAsync();
            await stop.CancelAsync();
        }

        return time.GetTimestamp();
    }

    private Task ReportAsync(CancellationToken cancellationToken)
    {
        reported = Progress;
        return runs.ReportAsync(runId, reported, cancellationToken);
    }

    private SyncReport Progress => new(stage, read, planned, applied);
}
