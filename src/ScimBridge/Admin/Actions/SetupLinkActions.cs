using System.Globalization;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Actions;

/// <summary>Setup links, by which a customer's own HiBob admin links a directory without an account here.</summary>
internal sealed class SetupLinkActions(
    SetupLinkStore links, DirectoryStore directories, CredentialChecks checks, CredentialActions credentials, AuditTrail trail, TimeProvider time)
{
    /// <summary>The most hours that a link is open.</summary>
    public const int MostHours = 720;

    /// <summary>How many it is when nobody says.</summary>
    public const int UsualHours = 168;

    /// <summary>Whether a link can be used at a moment, but for what its directory says.</summary>
    public static SetupLinkState StateOf(SetupLinkRecord link, DateTimeOffset now) => link switch
    {
        { UsedAt: not null } => SetupLinkState.Used,
        { EndedAt: not null } => SetupLinkState.Ended,
        _ when link.ExpiresAt <= now => SetupLinkState.Expired,
        { Attempts: >= SetupLinkStore.MostAttempts } => SetupLinkState.Exhausted,
        _ => SetupLinkState.Open,
    };

    /// <summary>Makes a link that is open for 1 to <see cref="MostHours"/> hours, or until it is used.</summary>
    public async Task<Outcome<NewSetupLink>> MakeAsync(AuditActor actor, string key, int hours, CancellationToken cancellationToken)
    {
        if (hours is < 1 or > MostHours)
        {
            return Refusal.Invalid($"expiresInHours must lie between 1 and {MostHours}.");
        }

        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        if (DirectoryObjections.To(directory) is { } objection)
        {
            return objection;
        }

        var token = SetupTokens.Generate();
        var made = await links.AddAsync(
            new DirectoryId(directory.Id), SetupTokens.Hash(token)!, actor.Name, time.GetUtcNow().AddHours(hours), cancellationToken);
        if (made is null)
        {
            return Refusal.Conflict($"Directory '{key}' has {SetupLinkStore.MostOpen} open setup links, the most there can be. End one that nobody needs.");
        }

        await trail.NoteAsync(
            actor, directory, "setup_link.create", made.Id.ToString(), string.Create(CultureInfo.InvariantCulture, $"Open until {made.ExpiresAt.UtcDateTime:u}"));
        return new NewSetupLink(token, made);
    }

    /// <summary>A directory's links, the newest first.</summary>
    public async Task<Outcome<IReadOnlyList<SetupLinkRecord>>> ListAsync(string key, CancellationToken cancellationToken) =>
        await directories.FindAsync(key, cancellationToken) is { } directory
            ? Outcome<IReadOnlyList<SetupLinkRecord>>.Of(await links.ListAsync(new DirectoryId(directory.Id), cancellationToken))
            : Refusal.NoSuchDirectory(key);

    /// <summary>Ends a link, which then opens nothing. One that has ended already stays as it is.</summary>
    /// <returns>Whether it was open until now.</returns>
    public async Task<Outcome<bool>> EndAsync(AuditActor actor, string key, Guid id, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        var (found, ended) = await links.EndAsync(new DirectoryId(directory.Id), id, cancellationToken);
        if (!found)
        {
            return Refusal.NotFound($"Directory '{key}' has no setup link '{id}'.");
        }

        if (ended)
        {
            await trail.NoteAsync(actor, directory, "setup_link.end", id.ToString(), null);
        }

        return ended;
    }

    /// <summary>What whoever has <paramref name="token"/> finds.</summary>
    public async Task<SetupLook> LookAsync(string? token, CancellationToken cancellationToken)
    {
        if (SetupTokens.Hash(token) is not { } hash || await links.FindAsync(hash, cancellationToken) is not { } link)
        {
            return new SetupLook(SetupLinkState.Unknown, null, null);
        }

        var state = StateOf(link, time.GetUtcNow());
        var directory = await directories.FindAsync(new DirectoryId(link.DirectoryId), cancellationToken);
        return state is SetupLinkState.Open && (directory is null || DirectoryObjections.To(directory) is not null)
            ? new SetupLook(SetupLinkState.Ended, link, null)
            : new SetupLook(state, link, state is SetupLinkState.Open ? directory : null);
    }

    /// <summary>Checks what was entered by a link. Good credentials are stored, and end it; others are forgotten, and count.</summary>
    public async Task<SetupAttempt> SubmitAsync(AuditActor actor, string? token, Credentials entered, CancellationToken cancellationToken)
    {
        var look = await LookAsync(token, cancellationToken);
        if (look is not { Link: { } link, Directory: { } directory })
        {
            return new SetupAttempt(look.State, null, IsLinked: false);
        }

        if (!await links.CountAttemptAsync(link.Id, cancellationToken))
        {
            return new SetupAttempt((await LookAsync(token, cancellationToken)).State, null, IsLinked: false);
        }

        // Only there: whoever holds the link has no say in where the server connects to.
        var credentialsOnly = entered with { BaseUrl = directory.BaseUrl };
        var check = await checks.OfAsync(directory, credentialsOnly, cancellationToken);
        if (!check.IsPassed)
        {
            await trail.NoteAsync(actor, directory, "setup_link.refused", link.Id.ToString(), $"Failed at {check.Failed!.Name}");
            return new SetupAttempt(SetupLinkState.Open, check, IsLinked: false);
        }

        if (!await links.UseAsync(link.Id, cancellationToken))
        {
            return new SetupAttempt((await LookAsync(token, cancellationToken)).State, null, IsLinked: false);
        }

        // Looked at again, since checking takes a while; not stopped any more, since the link is used up.
        var now = await directories.FindAsync(new DirectoryId(directory.Id), CancellationToken.None);
        var stored = now is not null && DirectoryObjections.To(now) is null
            && (await credentials.StoreAsync(actor, now, credentialsOnly, check, CancellationToken.None)).IsDone;
        return new SetupAttempt(stored ? SetupLinkState.Used : SetupLinkState.Ended, check, stored);
    }
}
