using Hangfire;
using ScimBridge.Employees;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Webhooks;

namespace ScimBridge.Sync;

/// <summary>Asks for syncs on behalf of whoever is not the schedule.</summary>
internal sealed class SyncTriggers(SyncRunStore runs, DirtyPeople dirty, SyncSource source, IBackgroundJobClient jobs)
{
    /// <summary>Asks for a sync of the directory.</summary>
    /// <returns>The id of the run that waits: a new one, or the one that somebody asked for before.</returns>
    public Task<Guid> RequestAsync(DirectoryId directory, SyncTrigger trigger, CancellationToken cancellationToken) =>
        RequestAsync(directory, SyncRequest.Full(trigger), cancellationToken);

    /// <summary>Asks for a run of any kind.</summary>
    /// <returns>The id of the run that waits: a new one, or the one that somebody asked for before.</returns>
    /// <exception cref="RunWaitingException">A run of this kind waits that is about something else.</exception>
    public async Task<Guid> RequestAsync(DirectoryId directory, SyncRequest request, CancellationToken cancellationToken)
    {
        var (runId, made) = await runs.RequestAsync(directory, request, cancellationToken);
        if (made)
        {
            RunWaiting(directory);
        }

        return runId;
    }

    /// <summary>Asks for one employee to be read and applied now, whatever the schedule does.</summary>
    /// <returns>The id of the run that waits, which may read others too.</returns>
    public async Task<Guid> RequestPersonAsync(DirectoryId directory, string employeeId, string requestedBy, CancellationToken cancellationToken)
    {
        await dirty.WantedAsync(directory, employeeId, cancellationToken);
        return await RequestAsync(directory, new SyncRequest(SyncKind.People, SyncTrigger.Api) { RequestedBy = requestedBy }, cancellationToken);
    }

    /// <summary>The same by work e-mail address, for which the HR system is asked at once.</summary>
    /// <returns>The run; null when nobody to be seen has the address.</returns>
    /// <exception cref="EmployeeSourceException">The HR system could not be asked.</exception>
    public async Task<Guid?> RequestPersonByEmailAsync(
        DirectoryRecord directory, string email, string requestedBy, CancellationToken cancellationToken) =>
        await source.FindIdAsync(directory, email, cancellationToken) is { } employeeId
            ? await RequestPersonAsync(new DirectoryId(directory.Id), employeeId, requestedBy, cancellationToken)
            : null;

    /// <summary>Sees to it that the run that waits is run, such as one whose job was lost with the process that was to run it.</summary>
    public void RunWaiting(DirectoryId directory) =>
        jobs.Enqueue<SyncJob>(job => job.RunWaitingAsync(directory.Value, CancellationToken.None));
}
