using System.Collections.Concurrent;
using Hangfire;
using Microsoft.Extensions.Options;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync.Webhooks;

/// <summary>Sees to it that employees who changed are read once the change can be seen, many in one run.</summary>
/// <remarks>
/// A notice makes a job for when it is due, unless one is due before that: a burst of thousands makes one. That one asks for a run,
/// and for another job when somebody is left. What a process forgets as it dies, the job <c>states</c> finds within a minute.
/// </remarks>
internal sealed class DirtyPeople(
    DirtyEmployeeStore employees, DirectoryStore directories, SyncRunStore runs, IBackgroundJobClient jobs, IOptions<SyncOptions> options, TimeProvider time)
{
    /// <summary>How many people one run reads.</summary>
    public const int MostPerRun = 200;

    /// <summary>The least time between two jobs of a directory, so that a steady trickle of notices is read in batches.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<DirectoryId, DateTimeOffset> wakes = new();

    /// <summary>Notes a change of an employee, now.</summary>
    public async Task NoticedAsync(DirectoryId directory, string employeeId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = now + options.Value.FreshnessLag;
        await employees.MarkAsync(directory, employeeId, now, due, cancellationToken);
        Schedule(directory, due);
    }

    /// <summary>Notes that somebody wants an employee read as things are now.</summary>
    public Task WantedAsync(DirectoryId directory, string employeeId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return employees.MarkAsync(directory, employeeId, now - options.Value.FreshnessLag, now, cancellationToken);
    }

    /// <summary>Whom a run of <see cref="SyncKind.People"/> that begins to read now is to read; none when nobody is due any more.</summary>
    public Task<IReadOnlyList<DirtyEmployeeRecord>> TakeAsync(DirectoryId directory, CancellationToken cancellationToken) =>
        employees.DueAsync(directory, time.GetUtcNow(), MostPerRun, cancellationToken);

    /// <summary>Call it when those people are applied, or need not be: they are forgotten but for newer notices, which become due in their turn.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="taken">What <see cref="TakeAsync"/> gave.</param>
    /// <param name="readBegan">When the read began, after taking them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task ReadAsync(
        DirectoryId directory, IReadOnlyCollection<DirtyEmployeeRecord> taken, DateTimeOffset readBegan, CancellationToken cancellationToken) =>
        employees.SettleAsync(directory, taken, readBegan - options.Value.FreshnessLag, options.Value.FreshnessLag, cancellationToken);

    /// <summary>Forgets everybody whom a read of all shows that began then.</summary>
    public Task AllReadAsync(DirectoryId directory, DateTimeOffset readBegan, CancellationToken cancellationToken) =>
        employees.ClearAsync(directory, readBegan - options.Value.FreshnessLag, cancellationToken);

    /// <summary>Lets those who are due wait, because reading failed.</summary>
    public Task PutOffAsync(DirectoryId directory, DateTimeOffset until, CancellationToken cancellationToken) =>
        employees.PutOffAsync(directory, time.GetUtcNow(), until, cancellationToken);

    /// <summary>Makes the job for whoever is due next.</summary>
    public async Task WakeAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        if (await employees.NextDueAsync(directory, cancellationToken) is { } due)
        {
            Schedule(directory, due);
        }
    }

    /// <summary>Makes the jobs of all directories where somebody is due.</summary>
    public async Task WakeDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var directory in await employees.DirectoriesDueAsync(now, cancellationToken))
        {
            Schedule(directory, now);
        }
    }

    /// <summary>What the job does: asks for a run if somebody is due and the directory is to be read.</summary>
    /// <returns>Whether a run waits that this call asked for.</returns>
    public async Task<bool> RequestAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        wakes.TryRemove(directory, out _);
        if (await directories.FindAsync(directory, cancellationToken) is not { Paused: false, SyncPausedSince: null, DeletingSince: null, Version: > 0 } record)
        {
            // One that was never read needs its first sync of everybody, and that shows whatever changed.
            return false;
        }

        var now = time.GetUtcNow();
        if (record.NotBefore is { } notBefore && notBefore > now)
        {
            // The HR system is left alone. That counts for its notices too; the schedule, or somebody's request, comes first.
            await employees.PutOffAsync(directory, now, notBefore, cancellationToken);
            return false;
        }

        if (await employees.NextDueAsync(directory, cancellationToken) is not { } next)
        {
            return false;
        }

        if (next > now)
        {
            Schedule(directory, next);
            return false;
        }

        return (await runs.RequestAsync(directory, new SyncRequest(SyncKind.People, SyncTrigger.Webhook), cancellationToken)).Made;
    }

    private void Schedule(DirectoryId directory, DateTimeOffset due)
    {
        var now = time.GetUtcNow();
        var at = due > now ? due : now;
        while (true)
        {
            if (!wakes.TryGetValue(directory, out var planned))
            {
                if (wakes.TryAdd(directory, at))
                {
                    break;
                }
            }
            else if (planned <= at + Apart && planned > now - Apart)
            {
                // A job comes early enough, and sees to whoever is not due by then.
                return;
            }
            else if (wakes.TryUpdate(directory, at, planned))
            {
                break;
            }
        }

        jobs.Schedule<DirtyPeopleJob>(job => job.RunAsync(directory.Value, CancellationToken.None), at - now);
    }
}
