using System.Text.Json;
using ScimBridge.Employees;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync.Doctor;

/// <summary>Makes permission reports of what is stored, and rows of what a read showed.</summary>
internal static class PermissionReports
{
    private const char Separator = '\n';

    private static readonly string[] Left = ["terminated", "garden leave"];

    /// <summary>The report of a stored check.</summary>
    public static PermissionReport Of(DirectoryCheckRecord check, IEnumerable<FieldReportRecord> fields)
    {
        var lifecycle = JsonSerializer.Deserialize<Dictionary<string, int>>(check.Lifecycle) ?? [];
        return new PermissionReport
        {
            At = check.At,
            RunId = check.RunId,
            Failure = check.Failure,
            Detail = check.Detail,
            People = check.People,
            Lifecycle = lifecycle,
            Leavers = HasLeavers(lifecycle) ? Visibility.Yes : check.LeaversSeenAt is null || check.Failure is not null ? Visibility.CannotTell : Visibility.No,
            Joiners = lifecycle.GetValueOrDefault("hired") > 0 ? Visibility.Yes : Visibility.CannotTell,
            Fields = [.. fields.Select(Of)],
        };
    }

    /// <summary>Whether anybody left.</summary>
    public static bool HasLeavers(IReadOnlyDictionary<string, int> lifecycle) => Left.Any(status => lifecycle.GetValueOrDefault(status) > 0);

    /// <summary>The row of a field, without times.</summary>
    public static FieldReportRecord Row(int directoryId, int people, FieldReport report, IReadOnlyList<string> attributes) => new()
    {
        DirectoryId = directoryId,
        Field = report.Field.Id,
        Name = report.Field.Name,
        Category = report.Field.Category,
        Permission = report.Permission.Permission,
        MenuPath = report.Permission.MenuPath,
        Attributes = string.Join(Separator, attributes.Distinct(StringComparer.Ordinal)),
        Known = report.Known,
        People = people,
        Seen = report.Seen,
        Present = report.Present,
    };

    private static FieldFinding Of(FieldReportRecord row) => new()
    {
        Field = row.Field,
        Name = row.Name,
        Category = row.Category,
        Permission = row.Permission,
        MenuPath = row.MenuPath,
        Attributes = row.Attributes.Split(Separator, StringSplitOptions.RemoveEmptyEntries),
        Known = row.Known,
        People = row.People,
        Seen = row.Seen,
        Present = row.Present,
        LastSeenAt = row.LastSeenAt,
        UnseenSince = row.UnseenSince,
    };
}
