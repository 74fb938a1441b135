using ScimBridge.Admin.Api;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Watch;

namespace ScimBridge.Admin.Actions;

/// <summary>Deciding about a plan that waits.</summary>
internal sealed class PlanActions(DirectoryStore directories, PlanStore plans, SyncActions syncs, AuditTrail trail)
{
    /// <summary>Has the plan applied exactly as it is shown, or discards it.</summary>
    public async Task<Outcome<PlanDecided>> DecideAsync(
        AuditActor actor, string key, string id, bool approve, string? note, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        var directoryId = new DirectoryId(directory.Id);
        if (!Guid.TryParse(id, out var runId) || await plans.FindAsync(directoryId, runId, cancellationToken) is not { } plan)
        {
            return Refusal.NotFound($"Directory '{key}' has no plan '{id}'.");
        }

        if (!await plans.DecideAsync(directoryId, plan.RunId, new PlanDecision(approve, actor.Name, note), cancellationToken))
        {
            var waits = await plans.HeldAsync(directoryId, cancellationToken);
            return Refusal.Conflict(
                $"Plan {id} does not wait for a decision: it is {AdminApi.Word(plan.State)}. {(waits is null ? "No plan waits." : $"The plan that waits is {waits.RunId}.")}");
        }

        // Decided is decided: what follows is done though the caller may have gone.
        await trail.NoteAsync(
            actor, directory, approve ? "plan.approve" : "plan.reject", plan.RunId.ToString(), note, approve ? EventKinds.PlanApproved : EventKinds.PlanRejected);
        if (!approve)
        {
            return new PlanDecided(null);
        }

        var asked = await syncs.AskAsync(
            actor, directory, new SyncRequest(SyncKind.Approval, SyncTrigger.Api) { Subject = plan.RunId.ToString() }, CancellationToken.None);
        if (asked.IsDone)
        {
            return new PlanDecided(asked.Value);
        }

        await plans.WaitAgainAsync(directoryId, plan.RunId, CancellationToken.None);
        return asked.Refusal;
    }
}
