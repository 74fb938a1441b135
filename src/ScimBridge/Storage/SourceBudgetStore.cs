using Microsoft.EntityFrameworkCore;
using ScimBridge.Employees;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>How near to the HR system's limits each directory is read. Kept, because another process may read than the one that shows it.</summary>
internal sealed class SourceBudgetStore(IDbContextFactory<ScimBridgeContext> contexts)
{
    /// <summary>Keeps what is newer than what is kept.</summary>
    public async Task KeepAsync(DirectoryId directory, IReadOnlyCollection<SourceBudget> budgets, CancellationToken cancellationToken)
    {
        if (budgets.Count == 0)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var kept = await db.SourceBudgets.Where(row => row.DirectoryId == directory.Value)
            .ToDictionaryAsync(row => row.Endpoint, StringComparer.Ordinal, cancellationToken);
        foreach (var budget in budgets)
        {
            if (!kept.TryGetValue(budget.Endpoint, out var row))
            {
                row = new SourceBudgetRecord { DirectoryId = directory.Value, Endpoint = budget.Endpoint };
                db.SourceBudgets.Add(row);
            }
            else if (row.SeenAt > budget.SeenAt)
            {
                continue;
            }

            (row.Limit, row.Remaining, row.ResetsAt, row.SeenAt) = (budget.Limit, budget.Remaining, budget.ResetsAt, budget.SeenAt);
            row.WaitedAt = budget.WaitedAt ?? row.WaitedAt;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another read of the same directory kept its own at this very moment, which is as new.
        }
    }

    /// <summary>What is kept of a directory, by the endpoints' names.</summary>
    public async Task<IReadOnlyList<SourceBudget>> ListAsync(DirectoryId directory, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SourceBudgets.AsNoTracking().Where(row => row.DirectoryId == directory.Value).OrderBy(row => row.Endpoint)
            .Select(row => new SourceBudget(row.Endpoint, row.Limit, row.Remaining, row.ResetsAt, row.SeenAt, row.WaitedAt))
            .ToListAsync(cancellationToken);
    }
}
