using System.Globalization;
using System.Text.Json;
using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync;

namespace ScimBridge.Admin.Actions;

/// <summary>Asking for runs of a directory, and stopping them.</summary>
internal sealed class SyncActions(
    DirectoryStore directories, SyncRunStore runs, SyncTriggers triggers, VersionReader versions, ErasureStore erasures, AuditTrail trail)
{
    /// <summary>Asks for a sync of everybody, one that applies nothing, or one of a single person.</summary>
    /// <returns>The run that waits: a new one, or the one that somebody asked for before.</returns>
    public async Task<Outcome<Guid>> RequestAsync(AuditActor actor, string key, SyncWish wish, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        if (directory.DeletingSince is not null)
        {
            return Deleting(directory);
        }

        if (directory.Paused)
        {
            return Refusal.Conflict($"Directory '{key}' is paused, because the settings no longer declare it. Declare it there again, or resume it.");
        }

        if (directory is { ProtectedToken: null, Origin: DirectoryOrigin.Admin })
        {
            return Refusal.Conflict($"Directory '{key}' is not linked. Enter the id and token of a HiBob service user first.");
        }

        if (directory.SyncPausedSince is not null && wish.Kind != "dry_run")
        {
            return Refusal.Conflict($"Syncing of directory '{key}' is paused: {directory.SyncPauseReason} Resume it first.");
        }

        var isPerson = wish is { Kind: "person", EmployeeId.Length: > 0 } or { Kind: "person", Email.Length: > 0 };
        if (!isPerson && wish.Kind is not ("full" or "dry_run"))
        {
            return Refusal.Invalid("kind is full, dry_run, or person with an employeeId or email.");
        }

        await trail.NoteAsync(actor, directory, "sync.request", wish.EmployeeId, wish.Kind);
        return isPerson
            ? await PersonAsync(actor, directory, wish, cancellationToken)
            : await AskAsync(actor, directory, new SyncRequest(wish.Kind == "full" ? SyncKind.Full : SyncKind.DryRun, SyncTrigger.Api), cancellationToken);
    }

    /// <summary>Stops a run that waits or runs; one that is publishing its version by then finishes all the same.</summary>
    /// <returns>The run.</returns>
    public async Task<Outcome<Guid>> CancelAsync(AuditActor actor, string key, string id, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        switch (Guid.TryParse(id, out var runId)
            ? await runs.RequestCancelAsync(new DirectoryId(directory.Id), runId, actor.Name, cancellationToken)
            : CancelAnswer.NoSuchRun)
        {
            case CancelAnswer.NoSuchRun:
                return Refusal.NotFound($"Directory '{key}' has no sync '{id}'.");
            case CancelAnswer.Over:
                return Refusal.Conflict($"Sync {id} is over.");
            default:
                await trail.NoteAsync(actor, directory, "sync.cancel", runId.ToString(), null);
                return runId;
        }
    }

    /// <summary>Brings an earlier version back as a new one, through the gate, and pauses syncing.</summary>
    /// <returns>The run that waits.</returns>
    public async Task<Outcome<Guid>> RollbackAsync(AuditActor actor, string key, int version, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        if (version >= directory.Version || await versions.FindAsync(new DirectoryId(directory.Id), version, cancellationToken) is null)
        {
            return Refusal.NotFound($"Directory '{key}' keeps no earlier version {version}; {Kept(directory)}");
        }

        var number = version.ToString(CultureInfo.InvariantCulture);
        var asked = await AskAsync(actor, directory, new SyncRequest(SyncKind.Rollback, SyncTrigger.Api) { Subject = number }, cancellationToken);
        if (asked.IsDone)
        {
            await trail.NoteAsync(actor, directory, "directory.rollback", number, null);
        }

        return asked;
    }

    /// <summary>Forgets a person: a version without them, and then nothing of them in history.</summary>
    /// <returns>The run that waits.</returns>
    public async Task<Outcome<Guid>> EraseAsync(AuditActor actor, string key, string? employeeId, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        if (employeeId is not { Length: > 0 }
            || !await erasures.KeepsAsync(new DirectoryId(directory.Id), employeeId, ResourceIds.User(directory.Key, employeeId), cancellationToken))
        {
            return Refusal.NotFound($"Nothing is kept of an employee '{employeeId}' in directory '{key}'. Name the HR system's id as employeeId.");
        }

        var subject = JsonSerializer.Serialize(new[] { employeeId });
        var asked = await AskAsync(actor, directory, new SyncRequest(SyncKind.Erasure, SyncTrigger.Api) { Subject = subject }, cancellationToken);
        if (asked.IsDone)
        {
            await trail.NoteAsync(actor, directory, "person.erase", employeeId, null);
        }

        return asked;
    }

    /// <summary>Asks for a run of any kind in the actor's name, unnoted in the audit log.</summary>
    /// <returns>The run that waits.</returns>
    public async Task<Outcome<Guid>> AskAsync(AuditActor actor, DirectoryRecord directory, SyncRequest request, CancellationToken cancellationToken)
    {
        if (directory.DeletingSince is not null)
        {
            return Deleting(directory);
        }

        try
        {
            return await triggers.RequestAsync(new DirectoryId(directory.Id), request with { RequestedBy = actor.Name }, cancellationToken);
        }
        catch (RunWaitingException waiting)
        {
            return Refusal.Conflict($"Run {waiting.RunId}, which is about something else, waits and has to start first. Ask again then.");
        }
    }

    private static Refusal Deleting(DirectoryRecord directory) =>
        Refusal.Conflict($"Directory '{directory.Key}' is being deleted, so nothing is read for it. Restore it first.");

    private async Task<Outcome<Guid>> PersonAsync(AuditActor actor, DirectoryRecord directory, SyncWish wish, CancellationToken cancellationToken)
    {
        try
        {
            var asked = wish.EmployeeId is { Length: > 0 } employeeId
                ? await triggers.RequestPersonAsync(new DirectoryId(directory.Id), employeeId, actor.Name, cancellationToken)
                : await triggers.RequestPersonByEmailAsync(directory, wish.Email!, actor.Name, cancellationToken);
            return asked is { } runId ? runId : Refusal.NotFound("HiBob shows the service user nobody with that e-mail address.");
        }
        catch (EmployeeSourceException unreachable)
        {
            return new Refusal(RefusalKind.Upstream, unreachable.Message);
        }
    }

    /// <summary>Which versions can be gone back to, in words.</summary>
    private static string Kept(DirectoryRecord directory) => (directory.Version - directory.OldestVersion) switch
    {
        <= 0 => "no earlier version is kept.",
        1 => $"the only earlier version kept is {directory.OldestVersion}.",
        _ => $"versions {directory.OldestVersion} to {directory.Version - 1} are kept.",
    };
}
