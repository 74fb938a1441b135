using Hangfire;
using ScimBridge.Storage;

namespace ScimBridge.Sync.Doctor;

/// <summary>The recurring job <c>check:{key}</c>: a permission check a day for directories where no sync made one.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class CheckJob(PermissionCheck check, DirectoryStore directories, TimeProvider time)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>What the job does.</summary>
    public async Task RunAsync(int directoryId, CancellationToken cancellationToken)
    {
        var id = new DirectoryId(directoryId);
        var now = time.GetUtcNow();
        if (await directories.FindAsync(id, cancellationToken) is not { Paused: false, DeletingSince: null, ServiceUserId: not null } directory
            || directory.NotBefore > now
            || await check.FindAsync(id, cancellationToken) is { Failure: null } last && now - last.At < Day)
        {
            return;
        }

        await check.RunAsync(directory, cancellationToken);
    }
}
