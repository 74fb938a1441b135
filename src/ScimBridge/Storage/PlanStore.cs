using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Plans of runs, and what became of them.</summary>
internal sealed class PlanStore(IDbContextFactory<ScimBridgeContext> contexts, IBulkInsert bulk, TimeProvider time)
{
    private const int BatchSize = 2000;

    /// <summary>Stores a plan with its changes and, when it is to be held, with the people that it was made of.</summary>
    /// <remarks>In batches, the plan itself last: a plan that is there is whole.</remarks>
    public async Task SaveAsync(
        PlanRecord plan, IEnumerable<PlanChangeRecord> changes, IAsyncEnumerable<PlanPersonRecord> people, CancellationToken cancellationToken)
    {
        foreach (var batch in changes.Chunk(BatchSize))
        {
            await InsertAsync(batch, cancellationToken);
        }

        var waiting = new List<PlanPersonRecord>(BatchSize);
        await foreach (var person in people.WithCancellation(cancellationToken))
        {
            waiting.Add(person);
            if (waiting.Count == BatchSize)
            {
                await InsertAsync(waiting, cancellationToken);
                waiting.Clear();
            }
        }

        await InsertAsync(waiting, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Plans.Add(plan);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The plan of a run, or null.</summary>
    public async Task<PlanRecord?> FindAsync(DirectoryId directory, Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Plans.AsNoTracking()
            .SingleOrDefaultAsync(plan => plan.DirectoryId == directory.Value && plan.RunId == runId, cancellationToken);
    }

    /// <summary>The plan that waits for a decision, or null.</summary>
    public async Task<PlanRecord?> HeldAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Plans.AsNoTracking()
            .Where(plan => db.Directories.Any(row => row.Id == directory.Value && row.HeldRunId == plan.RunId))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The directory's plans, the newest first, older than <paramref name="before"/> where that is given.</summary>
    public async Task<IReadOnlyList<PlanRecord>> ListAsync(
        DirectoryId directory, DateTimeOffset? before, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Plans.AsNoTracking()
            .Where(plan => plan.DirectoryId == directory.Value && (before == null || plan.At < before))
            .OrderByDescending(plan => plan.At).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>Changes of a plan in the order of planning, those after the row <paramref name="after"/>.</summary>
    public async Task<IReadOnlyList<PlanChangeRecord>> ChangesAsync(
        DirectoryId directory, Guid runId, PlanChangeKind? kind, long after, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.PlanChanges.AsNoTracking()
            .Where(change => change.RunId == runId && change.DirectoryId == directory.Value && change.RowId > after)
            .Where(change => kind == null || change.Kind == kind)
            .OrderBy(change => change.RowId).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>How many changes of each kind a plan has.</summary>
    public async Task<IReadOnlyDictionary<PlanChangeKind, int>> CountsAsync(Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.PlanChanges.Where(change => change.RunId == runId).GroupBy(change => change.Kind)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
    }

    /// <summary>The ids of the people whom a held plan was made of, and whether the HR system returned them.</summary>
    public async Task<IReadOnlyList<(string EmployeeId, bool Returned)>> PersonIdsAsync(Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var people = await db.PlanPeople.AsNoTracking().Where(person => person.RunId == runId).OrderBy(person => person.EmployeeId)
            .Select(person => new { person.EmployeeId, Returned = person.Source != null }).ToListAsync(cancellationToken);
        return [.. people.Select(person => (person.EmployeeId, person.Returned))];
    }

    /// <summary>Some of the people whom a held plan was made of. Waits for the database, since a read is read person by person.</summary>
    public IReadOnlyList<PlanPersonRecord> People(Guid runId, IReadOnlyCollection<string> employeeIds)
    {
        using var db = contexts.CreateDbContext();
        return db.PlanPeople.AsNoTracking().Where(person => person.RunId == runId && employeeIds.Contains(person.EmployeeId)).ToList();
    }

    /// <summary>Lets the plan wait for a decision, in the place of one that waited before.</summary>
    /// <exception cref="LeaseLostException">The run no longer has the lease; nothing was changed.</exception>
    public async Task HoldAsync(DirectoryId directory, Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await WaitsNowAsync(db, directory, runId, runId, cancellationToken);
        await ReplaceAsync(db, directory, runId, cancellationToken);
        await db.Plans.Where(plan => plan.RunId == runId)
            .ExecuteUpdateAsync(set => set.SetProperty(plan => plan.State, PlanState.Held), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Lets no plan wait any longer: what waited has been overtaken by the read of a run.</summary>
    /// <exception cref="LeaseLostException">The run no longer has the lease; nothing was changed.</exception>
    public async Task ReleaseAsync(DirectoryId directory, Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await WaitsNowAsync(db, directory, runId, null, cancellationToken);
        await ReplaceAsync(db, directory, null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Notes what an admin decided about the plan that waits.</summary>
    /// <returns>False when it waits no longer: it was decided or replaced meanwhile.</returns>
    public async Task<bool> DecideAsync(DirectoryId directory, Guid runId, PlanDecision decision, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var decided = await db.Plans.Where(plan => plan.RunId == runId && plan.DirectoryId == directory.Value && plan.State == PlanState.Held)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(plan => plan.State, decision.Approved ? PlanState.Approved : PlanState.Rejected)
                    .SetProperty(plan => plan.DecidedBy, decision.By)
                    .SetProperty(plan => plan.DecidedAt, time.GetUtcNow())
                    .SetProperty(plan => plan.DecisionNote, decision.Note),
                cancellationToken);
        if (decided == 0)
        {
            return false;
        }

        if (!decision.Approved)
        {
            await db.PlanPeople.Where(person => person.RunId == runId).ExecuteDeleteAsync(cancellationToken);
            await db.Directories.Where(row => row.Id == directory.Value && row.HeldRunId == runId).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.HeldRunId, (Guid?)null).SetProperty(row => row.HeldSince, (DateTimeOffset?)null),
                cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Lets an approved plan wait again that nothing was asked to apply.</summary>
    public async Task WaitAgainAsync(DirectoryId directory, Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Plans.Where(plan => plan.RunId == runId && plan.DirectoryId == directory.Value && plan.State == PlanState.Approved)
            .ExecuteUpdateAsync(set => set.SetProperty(plan => plan.State, PlanState.Held), cancellationToken);
    }

    /// <summary>Notes what became of a plan, and forgets the people it was made of.</summary>
    public async Task EndAsync(DirectoryId directory, Guid runId, PlanState state, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await EndAsync(db, directory, runId, state, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Notes, in the transaction that publishes a run's version, that its plan is applied, and so is the one that the run was approved for.</summary>
    internal static async Task PublishedAsync(ScimBridgeContext db, DirectoryId directory, Guid runId, CancellationToken cancellationToken)
    {
        await EndAsync(db, directory, runId, PlanState.Applied, cancellationToken);
        var subject = await db.SyncRuns.Where(run => run.Id == runId && run.Kind == SyncKind.Approval)
            .Select(run => run.Subject).SingleOrDefaultAsync(cancellationToken);
        if (Guid.TryParse(subject, out var approved))
        {
            await EndAsync(db, directory, approved, PlanState.Applied, cancellationToken);
        }
    }

    /// <summary>What becomes of the plans of a run that failed: its own is failed, and the approved one that it was to apply waits again.</summary>
    internal static async Task FailedAsync(ScimBridgeContext db, DirectoryId directory, SyncRunRecord run, CancellationToken cancellationToken)
    {
        await db.Plans.Where(plan => plan.RunId == run.Id && plan.State == PlanState.Approved)
            .ExecuteUpdateAsync(set => set.SetProperty(plan => plan.State, PlanState.Failed), cancellationToken);
        if (run.Kind is SyncKind.Approval && Guid.TryParse(run.Subject, out var approved))
        {
            await db.Plans.Where(plan => plan.RunId == approved && plan.DirectoryId == directory.Value && plan.State == PlanState.Approved)
                .ExecuteUpdateAsync(set => set.SetProperty(plan => plan.State, PlanState.Held), cancellationToken);
        }
    }

    /// <summary>Notes at the directory which plan waits, proving the lease as every batch of a version does: whoever stood still must not put an old plan before a newer one.</summary>
    private async Task WaitsNowAsync(ScimBridgeContext db, DirectoryId directory, Guid runId, Guid? waits, CancellationToken cancellationToken)
    {
        var now = waits is null ? (DateTimeOffset?)null : time.GetUtcNow();
        var noted = await db.Directories.Where(row => row.Id == directory.Value && row.LeaseOwner == runId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.HeldRunId, waits).SetProperty(row => row.HeldSince, now), cancellationToken);
        if (noted == 0)
        {
            throw new LeaseLostException();
        }
    }

    private static async Task EndAsync(
        ScimBridgeContext db, DirectoryId directory, Guid runId, PlanState state, CancellationToken cancellationToken)
    {
        await db.Plans.Where(plan => plan.RunId == runId)
            .ExecuteUpdateAsync(set => set.SetProperty(plan => plan.State, state), cancellationToken);
        await db.PlanPeople.Where(person => person.RunId == runId).ExecuteDeleteAsync(cancellationToken);
        await db.Directories.Where(row => row.Id == directory.Value && row.HeldRunId == runId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.HeldRunId, (Guid?)null).SetProperty(row => row.HeldSince, (DateTimeOffset?)null), cancellationToken);
    }

    /// <summary>The plan that waits, approved ones included, gives way to another.</summary>
    private static async Task ReplaceAsync(ScimBridgeContext db, DirectoryId directory, Guid? by, CancellationToken cancellationToken)
    {
        var replaced = await db.Plans
            .Where(plan => plan.DirectoryId == directory.Value && plan.RunId != by && (plan.State == PlanState.Held || plan.State == PlanState.Approved))
            .Select(plan => plan.RunId).ToListAsync(cancellationToken);
        await db.Plans.Where(plan => replaced.Contains(plan.RunId))
            .ExecuteUpdateAsync(set => set.SetProperty(plan => plan.State, PlanState.Replaced), cancellationToken);
        await db.PlanPeople.Where(person => replaced.Contains(person.RunId)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await bulk.InsertAsync(db, rows, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
