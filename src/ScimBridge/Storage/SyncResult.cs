using ScimBridge.Employees;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>What came of a run.</summary>
internal sealed record SyncResult
{
    /// <summary>The outcome.</summary>
    public required SyncOutcome Outcome { get; init; }

    /// <summary>Whether the HR system was read completely, whatever became of it afterwards.</summary>
    public bool GoodRead { get; init; }

    /// <summary>Whether that read was of everybody, so that whoever was to be read besides need not be.</summary>
    public bool ReadEverybody { get; init; }

    /// <summary>Whether the HR system could not be read.</summary>
    public bool ReadFailed { get; init; }

    /// <summary>Whether the HR system took the credentials, though not everybody was read.</summary>
    public bool CredentialsAccepted { get; init; }

    /// <summary>Whether the HR system refused the credentials.</summary>
    public bool CredentialsRefused { get; init; }

    /// <summary>People read.</summary>
    public int Read { get; init; }

    /// <summary>Users that are new.</summary>
    public int Created { get; init; }

    /// <summary>Users that changed and neither became active nor inactive.</summary>
    public int Updated { get; init; }

    /// <summary>Users that became inactive.</summary>
    public int Deactivated { get; init; }

    /// <summary>Users that became active again.</summary>
    public int Reactivated { get; init; }

    /// <summary>Users that are gone.</summary>
    public int Deleted { get; init; }

    /// <summary>Users that are as they were.</summary>
    public int Unchanged { get; init; }

    /// <summary>People whose record could not be used.</summary>
    public int Rejected { get; init; }

    /// <summary>Groups that are new, changed or gone.</summary>
    public int GroupsChanged { get; init; }

    /// <summary>Memberships that began.</summary>
    public int MembersAdded { get; init; }

    /// <summary>Memberships that ended.</summary>
    public int MembersRemoved { get; init; }

    /// <summary>People whom the directory's rules leave out.</summary>
    public int OutOfScope { get; init; }

    /// <summary>A short fixed code of why the run failed.</summary>
    public string? ErrorReason { get; init; }

    /// <summary>What failed and what to do.</summary>
    public string? ErrorDetail { get; init; }

    /// <summary>The published version when the run ended.</summary>
    public int VersionAfter { get; init; }

    /// <summary>The revision of the rules by which everybody is mapped once the run has succeeded; null for a run that maps not everybody.</summary>
    public int? RulesRevision { get; init; }

    /// <summary>How many rows the plan begins or ends, nearly.</summary>
    public int Planned { get; init; }

    /// <summary>How many of them are written.</summary>
    public int Applied { get; init; }

    /// <summary>The version that was brought back; null for any other run.</summary>
    public int? RolledBackTo { get; init; }

    /// <summary>The ledger.</summary>
    public IReadOnlyList<SourceIssue> Issues { get; init; } = [];

    /// <summary>The result of a run that changed nothing because something failed.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="reason">A short fixed code.</param>
    /// <param name="detail">What failed and what to do.</param>
    public static SyncResult Failed(DirectoryRecord directory, string reason, string detail) => new()
    {
        Outcome = SyncOutcome.Failed,
        ErrorReason = reason,
        ErrorDetail = detail,
        VersionAfter = directory.Version,
    };

    /// <summary>Writes the result to the run.</summary>
    public void ApplyTo(SyncRunRecord run, DateTimeOffset now)
    {
        run.State = SyncRunState.Finished;
        run.Stage = SyncStage.Done;
        run.FinishedAt = now;
        run.Outcome = Outcome;
        run.Read = Read;
        run.Planned = Math.Max(run.Planned, Planned);
        run.Applied = Math.Max(run.Applied, Applied);
        run.Created = Created;
        run.Updated = Updated;
        run.Deactivated = Deactivated;
        run.Reactivated = Reactivated;
        run.Deleted = Deleted;
        run.Unchanged = Unchanged;
        run.Rejected = Rejected;
        run.GroupsChanged = GroupsChanged;
        run.MembersAdded = MembersAdded;
        run.MembersRemoved = MembersRemoved;
        run.OutOfScope = OutOfScope;
        run.ErrorReason = ErrorReason;
        run.ErrorDetail = ErrorDetail;
        run.VersionAfter = VersionAfter;
    }
}
