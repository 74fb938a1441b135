using System.Globalization;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>Refuses plans that look like a bad read: too many people gone, an attribute emptied, a whole company on another domain.</summary>
/// <remarks>A lost permission or audience in HiBob looks exactly like mass termination, and the answer to it is 200.</remarks>
internal sealed class SafetyGate(DirectoryStore directories, SyncRunStore runs)
{
    /// <summary>How many people may always be affected, however small the company.</summary>
    public const int AlwaysAllowed = 5;

    /// <summary>Over which time deactivations and deletions add up.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Why the plan must not be applied, in words; null when it may.</summary>
    public async Task<string?> ObjectionAsync(DirectoryId directory, SyncPlan plan, DateTimeOffset now, CancellationToken cancellationToken) =>
        await RemovalObjectionAsync(directory, plan, now, cancellationToken)
            ?? EmptiedObjection(plan.Effects)
            ?? DomainObjection(plan.Effects);

    private async Task<string?> RemovalObjectionAsync(
        DirectoryId directory, SyncPlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var removing = plan.Count(UserChangeKind.Deactivated) + plan.Deleted.Count;
        if (removing == 0)
        {
            return null;
        }

        var windowStart = now - Window;
        var active = (await directories.VersionAtAsync(directory, windowStart, cancellationToken))?.ActiveUsers ?? 0;
        var removed = await runs.RemovedSinceAsync(directory, windowStart, cancellationToken);
        var limit = Math.Max(AlwaysAllowed, active / 10);
        return removing + removed <= limit
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"It would deactivate or delete {removing} people, {removing + removed} within 24 hours, where {active} were active and the limit is {limit} (the larger of {AlwaysAllowed} and 10 %). If nobody left, check in HiBob that the service user's permission group still has access to people of every lifecycle status.");
    }

    private static string? EmptiedObjection(PlanEffects effects)
    {
        foreach (var (attribute, had, emptied) in effects.Attributes)
        {
            if (emptied > Math.Max(AlwaysAllowed, had / 2))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"It would empty {attribute} for {emptied} of the {had} people who have it. Check in HiBob that the field is still filled and that the service user may read it.");
            }
        }

        return null;
    }

    private static string? DomainObjection(PlanEffects effects) =>
        effects.DomainChanged > Math.Max(AlwaysAllowed, effects.HadDomain / 2)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"It would move {effects.DomainChanged} of {effects.HadDomain} people to another e-mail domain. Check that the directory is linked to the right company, and not to a sandbox copy of it.")
            : null;
}
