using ScimBridge.Admin.Pages.Shell;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Pages.Runs;

/// <summary>How the pages speak of runs.</summary>
internal static class RunWords
{
    /// <summary>What a run does.</summary>
    public static string Kind(SyncKind kind) => kind switch
    {
        SyncKind.Approval => "Approved plan",
        SyncKind.Erasure => "Forgetting a person",
        SyncKind.Rollback => "Going back",
        SyncKind.People => "Single people",
        SyncKind.Remap => "New mapping rules",
        SyncKind.DryRun => "Dry run",
        _ => "Everybody",
    };

    /// <summary>Who asked for it.</summary>
    public static string By(SyncRunRecord run) => run.RequestedBy ?? run.Trigger switch
    {
        SyncTrigger.Webhook => "HiBob's webhook",
        SyncTrigger.Start => "the server's start",
        SyncTrigger.Rules => "new rules",
        SyncTrigger.Api => "an admin",
        _ => "the schedule",
    };

    /// <summary>How long it took, or has taken so far.</summary>
    public static string Took(SyncRunRecord run, DateTimeOffset now) => (run.FinishedAt ?? now) - run.StartedAt is { } took ? Words.Duration(took) : "";

    /// <summary>The style of its outcome, which the words say too.</summary>
    public static string Class(SyncRunRecord run) => run.Outcome switch
    {
        SyncOutcome.Succeeded => "state-good",
        SyncOutcome.SucceededWithIssues or SyncOutcome.Held => "state-warn",
        SyncOutcome.Failed => "state-bad",
        _ => "state-busy",
    };

    /// <summary>What it is doing.</summary>
    public static string Stage(SyncStage stage) => stage switch
    {
        SyncStage.Waiting => "Waiting for its turn",
        SyncStage.Reading => "Reading people from HiBob",
        SyncStage.Planning => "Comparing with what is stored",
        SyncStage.Applying => "Writing the next version",
        _ => "Done",
    };

    /// <summary>What a plan does to a resource.</summary>
    public static string Change(PlanChangeKind kind) => kind switch
    {
        PlanChangeKind.Created => "New",
        PlanChangeKind.Deactivated => "Becomes inactive",
        PlanChangeKind.Reactivated => "Becomes active again",
        PlanChangeKind.Deleted => "Is deleted",
        PlanChangeKind.MemberAdded => "Gains a member",
        PlanChangeKind.MemberRemoved => "Loses a member",
        _ => "Changes",
    };
}
