namespace ScimBridge.Sync.Watch;

/// <summary>The fixed codes of what happens to directories.</summary>
internal static class EventKinds
{
    /// <summary>A state begins; its name follows.</summary>
    public const string State = "state.";

    /// <summary>The mapping rules were saved.</summary>
    public const string RulesSaved = "rules.saved";

    /// <summary>A plan is held.</summary>
    public const string PlanHeld = "plan.held";

    /// <summary>A held plan was approved.</summary>
    public const string PlanApproved = "plan.approved";

    /// <summary>A held plan was rejected.</summary>
    public const string PlanRejected = "plan.rejected";

    /// <summary>A held plan gave way to a newer one.</summary>
    public const string PlanReplaced = "plan.replaced";

    /// <summary>The directory went back to an earlier version.</summary>
    public const string RolledBack = "directory.rolled_back";

    /// <summary>A person was erased.</summary>
    public const string PersonErased = "person.erased";

    /// <summary>Syncing keeps failing, and the schedule waits.</summary>
    public const string BackedOff = "sync.backed_off";

    /// <summary>Reading works again after failures.</summary>
    public const string Recovered = "sync.recovered";

    /// <summary>The directory was linked with other credentials.</summary>
    public const string CredentialsSet = "credentials.set";

    /// <summary>The directory was unlinked.</summary>
    public const string CredentialsRemoved = "credentials.removed";

    /// <summary>Somebody cancelled a run.</summary>
    public const string Cancelled = "sync.cancelled";

    /// <summary>A field that came with people comes with nobody any more.</summary>
    public const string FieldGone = "field.gone";

    /// <summary>A field comes again.</summary>
    public const string FieldBack = "field.back";
}
