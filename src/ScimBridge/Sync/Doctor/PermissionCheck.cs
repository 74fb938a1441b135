using System.Text.Json;
using ScimBridge.Employees;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Watch;

namespace ScimBridge.Sync.Doctor;

/// <summary>The doctor: finds out what a directory's service user may see, and says what to grant.</summary>
internal sealed class PermissionCheck(
    SyncSource source, DirectoryMappings mappings, FieldReportStore reports, DirectoryEventStore events, TimeProvider time)
{
    /// <summary>Keeps what a read of everybody showed.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="runId">The run that read; null for a check of its own.</param>
    /// <param name="read">The read.</param>
    /// <param name="attributesOf">The SCIM attributes that the directory's rules make of a field, given those of the default mapping.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<PermissionReport> RecordAsync(
        DirectoryRecord directory, Guid? runId, EmployeeRead read, Func<string, IReadOnlyList<string>, IReadOnlyList<string>> attributesOf, CancellationToken cancellationToken)
    {
        var check = Check(directory, runId);
        check.People = read.Count;
        check.Lifecycle = JsonSerializer.Serialize(read.LifecycleCounts);
        var rows = read.Fields
            .Select(field => PermissionReports.Row(directory.Id, read.Count, field, attributesOf(field.Field.Id, field.Attributes)))
            .OrderBy(row => row.Field, StringComparer.Ordinal).ToList();
        var changes = await reports.SaveAsync(check, PermissionReports.HasLeavers(read.LifecycleCounts), rows, cancellationToken);
        var report = PermissionReports.Of(check, rows);
        await TellAsync(new DirectoryId(directory.Id), runId, report, changes, cancellationToken);
        return report;
    }

    /// <summary>Checks now: reads everybody, and changes nothing but what is known of the permissions. A failed read is a finding too.</summary>
    public async Task<PermissionReport> RunAsync(DirectoryRecord directory, CancellationToken cancellationToken)
    {
        var mapping = await mappings.OfAsync(directory, directory.RulesRevision, cancellationToken);
        try
        {
            await using var read = await source.ReadAllAsync(directory, mapping.ReadRequest, new Progress<int>(), cancellationToken);
            return await RecordAsync(directory, runId: null, read, RuleAttributes.Lookup(mapping.Rules, directory.IncludeHomeAddress), cancellationToken);
        }
        catch (EmployeeSourceException failure)
        {
            var check = await RecordFailureAsync(directory, runId: null, FailureReasons.Of(failure.Failure), failure.Message, cancellationToken);
            return PermissionReports.Of(check, await reports.FieldsAsync(new DirectoryId(directory.Id), cancellationToken));
        }
    }

    /// <summary>Keeps that a read of everybody failed, and why: that is what there is to find out first.</summary>
    public async Task<DirectoryCheckRecord> RecordFailureAsync(
        DirectoryRecord directory, Guid? runId, string reason, string? detail, CancellationToken cancellationToken)
    {
        var check = Check(directory, runId);
        (check.Failure, check.Detail) = (reason, detail);
        await reports.SaveFailureAsync(check, cancellationToken);
        return check;
    }

    /// <summary>What the newest check found; null when there was none with the credentials in force.</summary>
    public async Task<PermissionReport?> FindAsync(DirectoryId directory, CancellationToken cancellationToken) =>
        await reports.FindAsync(directory, cancellationToken) is { } check
            ? PermissionReports.Of(check, await reports.FieldsAsync(directory, cancellationToken))
            : null;

    private DirectoryCheckRecord Check(DirectoryRecord directory, Guid? runId) =>
        new() { DirectoryId = directory.Id, At = time.GetUtcNow(), RunId = runId, Lifecycle = "{}" };

    private async Task TellAsync(DirectoryId directory, Guid? runId, PermissionReport report, FieldChanges changes, CancellationToken cancellationToken)
    {
        foreach (var finding in report.Fields.Where(field => changes.Gone.Contains(field.Field)))
        {
            await events.AddAsync(directory, EventKinds.FieldGone, PermissionText.Missing(finding), runId, cancellationToken);
        }

        foreach (var finding in report.Fields.Where(field => changes.Back.Contains(field.Field)))
        {
            await events.AddAsync(directory, EventKinds.FieldBack, $"{finding.Field} comes again; its values are up to date.", runId, cancellationToken);
        }
    }
}
