using System.Globalization;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Holds plans that look like a bad read: too many people or groups gone, an attribute emptied, a whole company on another domain.</summary>
/// <remarks>A lost permission or audience in HiBob looks exactly like mass termination, and the answer to it is 200.</remarks>
internal sealed class SafetyGate(DirectoryStore directories, SyncRunStore runs)
{
    /// <summary>Over which time deactivations and deletions add up.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Why the plan must not be applied by itself; nothing when it may.</summary>
    /// <param name="directory">The directory, with its thresholds.</param>
    /// <param name="removing">How many people the plan deactivates or deletes.</param>
    /// <param name="effects">What it does to attributes, domains and groups.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async Task<IReadOnlyList<GateObjection>> ObjectionsAsync(
        DirectoryRecord directory, int removing, PlanEffects effects, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var objections = new List<GateObjection>();
        if (await RemovalAsync(directory, removing, now, cancellationToken) is { } removal)
        {
            objections.Add(removal);
        }

        if (GroupRemoval(directory, effects) is { } groups)
        {
            objections.Add(groups);
        }

        objections.AddRange(Emptied(directory, effects));
        if (DomainChange(directory, effects) is { } domains)
        {
            objections.Add(domains);
        }

        return objections;
    }

    private async Task<GateObjection?> RemovalAsync(
        DirectoryRecord directory, int removing, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (removing == 0)
        {
            return null;
        }

        var id = new DirectoryId(directory.Id);
        var windowStart = now - Window;
        var active = (await directories.VersionAtAsync(id, windowStart, cancellationToken))?.ActiveUsers ?? 0;
        var removed = await runs.RemovedSinceAsync(id, windowStart, cancellationToken);
        var limit = RemovalLimitOf(directory, active);
        return removing + removed <= limit
            ? null
            : new GateObjection(
                "too_many_removed",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"It would deactivate or delete {removing} people, {removing + removed} within 24 hours, where {active} were active and the limit is {limit} (the larger of {directory.GatePeople} and {directory.GatePercent} %). If nobody left, check in HiBob that the service user's permission group still has access to people of every lifecycle status."),
                removing + removed,
                limit,
                active);
    }

    private static GateObjection? GroupRemoval(DirectoryRecord directory, PlanEffects effects)
    {
        var limit = RemovalLimitOf(directory, effects.HadGroups);
        return effects.GroupsRemoved <= limit
            ? null
            : new GateObjection(
                "groups_removed",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"It would delete {effects.GroupsRemoved} of {effects.HadGroups} groups, where the limit is {limit} (the larger of {directory.GatePeople} and {directory.GatePercent} %). Check that the directory's rules still have the sources of those groups, and in HiBob that nobody emptied or replaced the lists they are made from."),
                effects.GroupsRemoved,
                limit,
                effects.HadGroups);
    }

    private static IEnumerable<GateObjection> Emptied(DirectoryRecord directory, PlanEffects effects)
    {
        foreach (var (attribute, had, emptied) in effects.Attributes)
        {
            var limit = LimitOf(directory, had);
            if (emptied > limit)
            {
                yield return new GateObjection(
                    "attribute_emptied",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"It would empty {attribute} for {emptied} of the {had} people who have it. Unless the directory's rules or settings are to leave it out, check in HiBob that the field is still filled and that the service user may read it."),
                    emptied,
                    limit,
                    had);
            }
        }
    }

    private static GateObjection? DomainChange(DirectoryRecord directory, PlanEffects effects)
    {
        var limit = LimitOf(directory, effects.HadDomain);
        return effects.DomainChanged <= limit
            ? null
            : new GateObjection(
                "domain_changed",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"It would move {effects.DomainChanged} of {effects.HadDomain} people to another e-mail domain. Check that the directory is linked to the right company, and not to a sandbox copy of it."),
                effects.DomainChanged,
                limit,
                effects.HadDomain);
    }

    private static int RemovalLimitOf(DirectoryRecord directory, int had) =>
        Math.Max(directory.GatePeople, (int)((long)had * directory.GatePercent / 100));

    private static int LimitOf(DirectoryRecord directory, int had) =>
        Math.Max(directory.GatePeople, (int)((long)had * directory.GateAttributePercent / 100));
}
