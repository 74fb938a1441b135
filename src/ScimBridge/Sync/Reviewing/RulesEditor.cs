using System.Text.Json;
using ScimBridge.Mapping;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Resources;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync.Reviewing;

/// <summary>What an admin does with a directory's mapping rules: look, check, try out, save.</summary>
internal sealed class RulesEditor(
    SyncStores stores, DirectoryMappings mappings, PlanMaker maker, SafetyGate gate, FieldCatalogue fields, SyncTriggers triggers)
{
    /// <summary>The rules in force, as JSON.</summary>
    public async Task<string> CurrentAsync(DirectoryRecord directory, CancellationToken cancellationToken) =>
        (await stores.Rules.FindAsync(new DirectoryId(directory.Id), directory.RulesRevision, cancellationToken))?.Json
            ?? DirectoryRulesJson.Write(DirectoryRules.Default);

    /// <summary>What is wrong with rules; empty when nothing is.</summary>
    public async Task<IReadOnlyList<RuleFault>> FaultsAsync(DirectoryRecord directory, string json, CancellationToken cancellationToken) =>
        DirectoryRulesJson.TryRead(json, out var rules, out var fault) ? await FaultsAsync(directory, rules, cancellationToken) : [fault];

    /// <summary>Saves rules, puts them in force, and has everybody mapped by them through the usual plan and gate.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="expected">The revision that whoever saves has seen in force.</param>
    /// <param name="json">The rules.</param>
    /// <param name="by">Who saves them.</param>
    /// <param name="note">Why, in their words.</param>
    /// <param name="cancellationToken">Stops saving.</param>
    public async Task<RulesSaved> SaveAsync(
        DirectoryRecord directory, int expected, string json, string by, string? note, CancellationToken cancellationToken)
    {
        if (await FaultsAsync(directory, json, cancellationToken) is { Count: > 0 } faults)
        {
            return new RulesSaved(null, null, faults, Conflict: false);
        }

        var id = new DirectoryId(directory.Id);
        var rules = DirectoryRulesJson.Read(json);
        if (await stores.Rules.SaveAsync(id, expected, DirectoryRulesJson.Write(rules), by, note, cancellationToken) is not { } revision)
        {
            return new RulesSaved(null, null, [], Conflict: true);
        }

        return new RulesSaved(revision, await MapAgainAsync(directory, rules, by, cancellationToken), [], Conflict: false);
    }

    /// <summary>What rules would change if they came into force, from what is stored: fields that were never read have no value yet.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="rules">The rules to try out.</param>
    /// <param name="employeeId">Somebody to show before and after; null for nobody.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Stops trying.</param>
    public async Task<RulesPreview> PreviewAsync(
        DirectoryRecord directory, DirectoryRules rules, string? employeeId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var basis = new PlanBasis(directory, mappings.Of(directory.Key, rules), now);
        var applied = await mappings.OfAsync(directory, directory.AppliedRulesRevision, cancellationToken);
        var unread = mappings.Unread(basis.Mapping, applied);
        await using var nobody = KeptRead.OfNobody(await stores.ListsAsync(basis.Id, cancellationToken));
        var prepared = await maker.MakeAsync(basis, nobody, ReadCoverage.Nobody, cancellationToken);
        var plan = prepared.Plan;
        return new RulesPreview
        {
            Users = plan.Totals.Users,
            Changed = plan.Users.Count(change => change.Kind is not UserChangeKind.Refreshed),
            Deactivated = plan.Count(UserChangeKind.Deactivated),
            Reactivated = plan.Count(UserChangeKind.Reactivated),
            Deleted = plan.Deleted.Count,
            Groups = plan.Groups.Count,
            PeoplePerAttribute = PeoplePerAttribute(plan),
            UnreadFields = unread,
            NeedsRead = unread.Count > 0 || WhoIsServed(rules) != WhoIsServed(applied.Rules),
            Objections = await gate.ObjectionsAsync(directory, plan.Removing, plan.Effects, now, cancellationToken),
            Person = employeeId is null ? null : await PersonAsync(prepared, employeeId, cancellationToken),
        };
    }

    /// <summary>What rules would make of one person, told at once however large the directory is.</summary>
    /// <remarks>Nobody else is looked at, so a user name is shown that somebody else may have; <see cref="PreviewAsync"/> knows.</remarks>
    /// <returns>The person before and after; null for somebody who is no user.</returns>
    public async Task<PersonPreview?> TryOnAsync(
        DirectoryRecord directory, DirectoryRules rules, string employeeId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var basis = new PlanBasis(directory, mappings.Of(directory.Key, rules), now);
        var sources = await stores.Stored.SourcesAsync(basis.Id, directory.Version, [employeeId], cancellationToken);
        if (!sources.TryGetValue(employeeId, out var fields))
        {
            return null;
        }

        var lists = await stores.ListsAsync(basis.Id, cancellationToken);
        string[] people = basis.Mapping.Assess(fields, now).Manager is { } manager ? [employeeId, manager.Id] : [employeeId];
        return await PersonAsync(await maker.MakeOfAsync(basis, lists, people, cancellationToken), employeeId, cancellationToken);
    }

    private async Task<IReadOnlyList<RuleFault>> FaultsAsync(DirectoryRecord directory, DirectoryRules rules, CancellationToken cancellationToken)
    {
        var faults = DirectoryRulesValidator.Validate(rules, await fields.OfAsync(directory, FieldCatalogue.Usual, cancellationToken));

        // A field may have been made in the HR system a moment ago.
        return faults.Count == 0 ? faults : DirectoryRulesValidator.Validate(rules, await fields.OfAsync(directory, FieldCatalogue.Fresh, cancellationToken));
    }

    private async Task<Guid?> MapAgainAsync(
        DirectoryRecord directory, DirectoryRules rules, string by, CancellationToken cancellationToken)
    {
        if (directory.Version == 0)
        {
            return null;
        }

        var id = new DirectoryId(directory.Id);
        var applied = await mappings.OfAsync(directory, directory.AppliedRulesRevision, cancellationToken);
        var read = SyncRequest.Full(SyncTrigger.Rules) with { RequestedBy = by };
        var mayRead = directory.SyncPausedSince is null;
        if (mappings.Unread(mappings.Of(directory.Key, rules), applied).Count > 0)
        {
            // What was never read would be taken for empty. The read maps everybody too; while syncing is paused, that waits.
            return mayRead ? await triggers.RequestAsync(id, read, cancellationToken) : null;
        }

        var run = await triggers.RequestAsync(id, new SyncRequest(SyncKind.Remap, SyncTrigger.Rules) { RequestedBy = by }, cancellationToken);
        if (mayRead && WhoIsServed(rules) != WhoIsServed(applied.Rules))
        {
            // Nothing is stored of people who were no users, and some of them may be now.
            await triggers.RequestAsync(id, read, cancellationToken);
        }

        return run;
    }

    /// <summary>The part of rules that says who becomes a user.</summary>
    private static string WhoIsServed(DirectoryRules rules) =>
        DirectoryRulesJson.Write(DirectoryRules.Default with { Scope = rules.Scope, Lifecycle = rules.Lifecycle });

    private async Task<PersonPreview?> PersonAsync(PreparedPlan prepared, string employeeId, CancellationToken cancellationToken)
    {
        var id = prepared.Basis.Id;
        var users = await stores.Stored.UsersAsync(id, [employeeId], cancellationToken);
        var before = users.TryGetValue(employeeId, out var stored)
            ? (await stores.Stored.BodiesAsync([stored.RowId], cancellationToken)).GetValueOrDefault(stored.RowId)
            : null;
        if (before is null)
        {
            return null;
        }

        var known = ScimJson.DeserializeUser(before) with { Meta = null };
        var after = await AfterAsync(prepared, employeeId, known, cancellationToken);
        var (old, wanted) = (ScimJson.SerializeUser(known), after is null ? null : ScimJson.SerializeUser(after));
        return new PersonPreview(employeeId, Text(old), wanted is null ? null : Text(wanted), ResourceDiff.Between(old, wanted ?? []));
    }

    private static async Task<ScimUser?> AfterAsync(
        PreparedPlan prepared, string employeeId, ScimUser known, CancellationToken cancellationToken)
    {
        if (prepared.Plan.Users.FirstOrDefault(change => change.Entry.EmployeeId == employeeId) is { } change)
        {
            var fields = await prepared.People.FieldsAsync([change.Entry], cancellationToken);
            return prepared.Renderer.Map(fields[0], change.Facts);
        }

        return prepared.Plan.Deleted.Any(user => user.Stored.EmployeeId == employeeId) ? null : known;
    }

    private static Dictionary<string, int> PeoplePerAttribute(SyncPlan plan)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var json in plan.Users.Select(change => change.Attributes).OfType<string>())
        {
            using var changes = JsonDocument.Parse(json);
            var names = changes.RootElement.EnumerateArray().Select(change => change.GetProperty("attribute").GetString()!)
                .Select(name => name.StartsWith("groups[", StringComparison.Ordinal) ? "groups" : name);
            foreach (var name in names.Distinct(StringComparer.Ordinal))
            {
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }
        }

        return counts;
    }

    private static string Text(byte[] body) => System.Text.Encoding.UTF8.GetString(StoredBody.Complete(body, default));
}
