using ScimBridge.Directories;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Watch;

namespace ScimBridge.Admin.Actions;

/// <summary>Linking directories to HiBob: checking credentials, storing those that are good, and forgetting them.</summary>
internal sealed class CredentialActions(
    DirectoryStore directories, DirectoryLinks links, DirectoryLinkStore store, CredentialChecks checks, DirectoryFollowUp followUp)
{
    /// <summary>Checks what somebody entered, and stores nothing.</summary>
    public Task<CredentialCheck> CheckAsync(
        DirectoryRecord directory, string? serviceUserId, string? token, string? baseUrl, CancellationToken cancellationToken) =>
        checks.OfAsync(directory, new Credentials(serviceUserId, token, baseUrl), cancellationToken);

    /// <summary>Checks the credentials that a directory has, or others for it, and stores nothing.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="key">The directory's key.</param>
    /// <param name="entered">Other credentials; null for those that the directory has.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Outcome<CredentialCheck>> CheckAsync(AuditActor actor, string key, Credentials? entered, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        var check = entered is null
            ? await checks.OfStoredAsync(directory, cancellationToken)
            : await checks.OfAsync(directory, entered, cancellationToken);
        await followUp.ChangedAsync(actor, directory, "credentials.check", IdOf(directory, entered, check), Words(check));
        return check;
    }

    /// <summary>
    /// Checks credentials, and stores them if they are good, in place of the ones before: the failures of those are forgotten, and a sync
    /// is asked for at once.
    /// </summary>
    public async Task<Outcome<CredentialsSaved>> SetAsync(AuditActor actor, string key, Credentials entered, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        if (DirectoryObjections.To(directory) is { } objection)
        {
            return objection;
        }

        var check = await checks.OfAsync(directory, entered, cancellationToken);
        if (check.IsPassed)
        {
            return await StoreAsync(actor, directory, entered, check, cancellationToken);
        }

        await followUp.ChangedAsync(actor, directory, "credentials.refused", IdOf(directory, entered, check), Words(check));
        return new CredentialsSaved(check, directory, RunId: null);
    }

    /// <summary>Stores credentials that were just checked.</summary>
    public async Task<Outcome<CredentialsSaved>> StoreAsync(
        AuditActor actor, DirectoryRecord directory, Credentials entered, CredentialCheck check, CancellationToken cancellationToken)
    {
        var link = links.Of(
            directory.Key, new Uri((entered.BaseUrl ?? directory.BaseUrl).Trim()), entered.ServiceUserId!.Trim(), entered.Token!.Trim());
        if (!await store.SetAsync(new DirectoryId(directory.Id), link, cancellationToken))
        {
            return Refusal.Conflict($"Directory '{directory.Key}' is being deleted, and was not linked.");
        }

        var linked = await followUp.ChangedAsync(actor, directory, "credentials.set", link.ServiceUserId, Words(check), EventKinds.CredentialsSet);
        return new CredentialsSaved(check, linked, await followUp.SyncAsync(actor, linked));
    }

    /// <summary>Forgets a directory's credentials. It is no longer read, and what it serves stays.</summary>
    public async Task<Outcome<DirectoryRecord>> RemoveAsync(AuditActor actor, string key, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        if (DirectoryObjections.To(directory) is { } objection)
        {
            return objection;
        }

        if (directory.ProtectedToken is null)
        {
            return directory;
        }

        await store.RemoveAsync(new DirectoryId(directory.Id), cancellationToken);
        return await followUp.ChangedAsync(actor, directory, "credentials.remove", directory.ServiceUserId, null, EventKinds.CredentialsRemoved);
    }

    /// <summary>The id for the audit log; null for one that did not work, which may be a token typed into the wrong field.</summary>
    private static string? IdOf(DirectoryRecord directory, Credentials? entered, CredentialCheck check) =>
        entered is null ? directory.ServiceUserId : check.IsPassed ? entered.ServiceUserId?.Trim() : null;

    private static string Words(CredentialCheck check) => check.Failed is { } failed
        ? $"Failed at {failed.Name}"
        : string.Join(", ", check.Steps.Where(step => step.Result is CredentialStepResult.Warning).Select(step => step.Name).Prepend("Passed"));
}
