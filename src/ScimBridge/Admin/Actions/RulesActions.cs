using System.Globalization;
using ScimBridge.Admin.Api;
using ScimBridge.Storage;
using ScimBridge.Sync.Reviewing;
using ScimBridge.Sync.Watch;

namespace ScimBridge.Admin.Actions;

/// <summary>Saving a directory's mapping rules.</summary>
internal sealed class RulesActions(DirectoryStore directories, RulesEditor editor, AuditTrail trail)
{
    /// <summary>Saves rules in place of the revision that the caller changed; everybody is mapped again by itself then.</summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="key">The directory.</param>
    /// <param name="seen">The revision that was changed.</param>
    /// <param name="json">The rules.</param>
    /// <param name="note">Why, in the actor's words.</param>
    /// <param name="cancellationToken">Stops before anything is saved.</param>
    /// <returns>What was saved, or the faults for which nothing was; refused when somebody else saved since.</returns>
    public async Task<Outcome<RulesSaved>> SaveAsync(
        AuditActor actor, string key, int seen, string json, string? note, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        if (note?.Length > ApiRequests.LongestNote)
        {
            return Refusal.Invalid($"note has at most {ApiRequests.LongestNote} characters.");
        }

        var saved = seen == directory.RulesRevision
            ? await editor.SaveAsync(directory, seen, json, actor.Name, note, cancellationToken)
            : new RulesSaved(null, null, [], Conflict: true);
        if (saved.Conflict)
        {
            return Refusal.Outdated("The rules have been changed since you read them. Read them again and make your change there.");
        }

        if (saved.Revision is { } revision)
        {
            await trail.NoteAsync(actor, directory, "rules.save", revision.ToString(CultureInfo.InvariantCulture), note, EventKinds.RulesSaved);
        }

        return saved;
    }
}
