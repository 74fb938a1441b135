using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScimBridge.Employees;
using ScimBridge.Protocol.Json;

namespace ScimBridge.Storage;

/// <summary>Removes what is kept of people besides the published version: history, plans, ledgers, and what others' records say of them.</summary>
internal sealed class ErasureStore(IDbContextFactory<ScimBridgeContext> contexts)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = ScimJson.WriterOptions.Encoder };

    /// <summary>Forgets people who are in the published version no more.</summary>
    /// <remarks>
    /// Older versions are incomplete afterwards and can't be read any more, by cursors or to go back to; other people's history stays,
    /// without the records that name one who was forgotten as manager, or in another field.
    /// </remarks>
    public async Task ForgetAsync(
        WriterLease lease, IReadOnlyCollection<string> employeeIds, IReadOnlyCollection<string> userIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var id = lease.Directory.Value;
        var names = await db.Users.AsNoTracking().Where(row => row.DirectoryId == id && employeeIds.Contains(row.ExternalId) && row.DisplayName != null)
            .Select(row => row.DisplayName!)
            .Union(db.PlanChanges.Where(row => row.DirectoryId == id && userIds.Contains(row.ResourceId) && row.DisplayName != null).Select(row => row.DisplayName!))
            .ToListAsync(cancellationToken);
        await db.Directories.Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.OldestVersion, lease.PublishedVersion), cancellationToken);
        await db.Users.Where(row => row.DirectoryId == id && row.ValidTo != Versions.Open)
            .Where(row => employeeIds.Contains(row.ExternalId) || userIds.Contains(row.ManagerId!)).ExecuteDeleteAsync(cancellationToken);
        await db.UserEmails.Where(row => row.DirectoryId == id && userIds.Contains(row.UserId) && row.ValidTo != Versions.Open)
            .ExecuteDeleteAsync(cancellationToken);
        await db.Memberships.Where(row => row.DirectoryId == id && userIds.Contains(row.UserId) && row.ValidTo != Versions.Open)
            .ExecuteDeleteAsync(cancellationToken);
        await db.PlanPeople.Where(row => row.DirectoryId == id && employeeIds.Contains(row.EmployeeId)).ExecuteDeleteAsync(cancellationToken);
        await db.PlanChanges.Where(row => row.DirectoryId == id)
            .Where(row => userIds.Contains(row.ResourceId) || userIds.Contains(row.MemberId!)).ExecuteDeleteAsync(cancellationToken);
        // A change of somebody's manager names the manager, by id or by name.
        foreach (var mention in userIds.Concat(names.Select(AsJson)))
        {
            await db.PlanChanges.Where(row => row.DirectoryId == id && row.Attributes != null && row.Attributes.Contains(mention))
                .ExecuteDeleteAsync(cancellationToken);
        }

        // The group of whoever reported to them is called by their name.
        var groups = employeeIds.Select(employeeId => $"manager:{employeeId}").ToList();
        await db.PlanChanges.Where(row => row.DirectoryId == id && groups.Contains(row.ExternalId)).ExecuteDeleteAsync(cancellationToken);
        await db.Groups.Where(row => row.DirectoryId == id && row.ValidTo != Versions.Open && groups.Contains(row.ExternalId))
            .ExecuteDeleteAsync(cancellationToken);

        await db.SyncIssues.Where(issue => employeeIds.Contains(issue.EmployeeId!))
            .Where(issue => db.SyncRuns.Any(run => run.Id == issue.RunId && run.DirectoryId == id)).ExecuteDeleteAsync(cancellationToken);
        await db.DirtyEmployees.Where(row => row.DirectoryId == id && employeeIds.Contains(row.EmployeeId)).ExecuteDeleteAsync(cancellationToken);
        await db.WebhookDeliveries.Where(row => row.DirectoryId == id && employeeIds.Contains(row.EmployeeId!)).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Takes what other people's stored and waiting fields say of forgotten ones out of them, and older records whose fields do so away.</summary>
    public async Task ForgetMentionsAsync(DirectoryId directory, IReadOnlyCollection<string> employeeIds, CancellationToken cancellationToken)
    {
        var after = (long?)0L;
        while (after is { } rowId)
        {
            after = await ForgetInUsersAsync(directory, employeeIds, rowId, cancellationToken);
        }

        await ForgetInPlansAsync(directory, employeeIds, cancellationToken);
    }

    /// <summary>Whether anything is kept of a person, as a user or besides.</summary>
    public async Task<bool> KeepsAsync(DirectoryId directory, string employeeId, string userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var id = directory.Value;
        return await db.Users.AnyAsync(row => row.DirectoryId == id && row.ExternalId == employeeId, cancellationToken)
            || await db.PlanPeople.AnyAsync(row => row.DirectoryId == id && row.EmployeeId == employeeId, cancellationToken)
            || await db.PlanChanges.AnyAsync(row => row.DirectoryId == id && (row.ResourceId == userId || row.MemberId == userId), cancellationToken)
            || await db.SyncIssues.AnyAsync(
                issue => issue.EmployeeId == employeeId && db.SyncRuns.Any(run => run.Id == issue.RunId && run.DirectoryId == id), cancellationToken)
            || await db.DirtyEmployees.AnyAsync(row => row.DirectoryId == id && row.EmployeeId == employeeId, cancellationToken)
            || await db.WebhookDeliveries.AnyAsync(row => row.DirectoryId == id && row.EmployeeId == employeeId, cancellationToken);
    }

    /// <summary>A text as plans hold it, quotes included, so that only a whole value matches.</summary>
    private static string AsJson(string text) => JsonSerializer.Serialize(text, Json);

    /// <summary>The SCIM ids that these people have or had.</summary>
    public async Task<IReadOnlyList<string>> UserIdsAsync(
        DirectoryId directory, IReadOnlyCollection<string> employeeIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().Where(row => row.DirectoryId == directory.Value && employeeIds.Contains(row.ExternalId))
            .Select(row => row.Id).Distinct().ToListAsync(cancellationToken);
    }

    /// <summary>Goes through a batch of users after <paramref name="after"/>.</summary>
    /// <returns>The last row of the batch; null when there is none.</returns>
    private async Task<long?> ForgetInUsersAsync(
        DirectoryId directory, IReadOnlyCollection<string> employeeIds, long after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Users.AsNoTracking().Where(row => row.DirectoryId == directory.Value && row.RowId > after)
            .OrderBy(row => row.RowId).Take(VersionWriter.BatchSize)
            .Select(row => new { row.RowId, row.ExternalId, row.ValidTo, row.Source }).ToListAsync(cancellationToken);
        var telling = rows.Where(row => Mentions(row.Source, employeeIds)).ToList();
        if (telling.Count > 0)
        {
            var older = telling.Where(row => row.ValidTo != Versions.Open).Select(row => row.RowId).ToList();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Users.Where(row => older.Contains(row.RowId)).ExecuteDeleteAsync(cancellationToken);
            foreach (var row in telling.Where(row => row.ValidTo == Versions.Open))
            {
                var source = Without(row.ExternalId, row.Source, employeeIds);
                await db.Users.Where(user => user.RowId == row.RowId)
                    .ExecuteUpdateAsync(set => set.SetProperty(user => user.Source, source), cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        return rows.Count == 0 ? null : rows[^1].RowId;
    }

    private async Task ForgetInPlansAsync(DirectoryId directory, IReadOnlyCollection<string> employeeIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var people = await db.PlanPeople.AsNoTracking().Where(row => row.DirectoryId == directory.Value && row.Source != null)
            .Select(row => new { row.RunId, row.EmployeeId }).ToListAsync(cancellationToken);
        foreach (var batch in people.GroupBy(person => person.RunId, person => person.EmployeeId)
            .SelectMany(plan => plan.Chunk(VersionWriter.BatchSize), (plan, ids) => (RunId: plan.Key, Ids: ids)))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var rows = await db.PlanPeople.AsNoTracking().Where(row => row.RunId == batch.RunId && batch.Ids.Contains(row.EmployeeId)).ToListAsync(cancellationToken);
            foreach (var row in rows.Where(row => row.Source is not null && Mentions(row.Source, employeeIds)))
            {
                var source = Without(row.EmployeeId, row.Source!, employeeIds);
                await db.PlanPeople.Where(person => person.RunId == row.RunId && person.EmployeeId == row.EmployeeId)
                    .ExecuteUpdateAsync(set => set.SetProperty(person => person.Source, source), cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }
    }

    private static bool Mentions(byte[] source, IReadOnlyCollection<string> employeeIds) =>
        employeeIds.Any(employeeId => source.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"\"{employeeId}\"")) >= 0);

    private static byte[] Without(string employeeId, byte[] source, IReadOnlyCollection<string> forgotten) =>
        EmployeeFields.FromUtf8Json(employeeId, source).Without(forgotten).ToUtf8Json();
}
