using System.Globalization;

namespace ScimBridge.Sync.Doctor;

/// <summary>Says a permission report in words.</summary>
internal static class PermissionText
{
    /// <summary>The report in words: what comes, what is missing and how to grant it, and who can be seen.</summary>
    public static string Of(PermissionReport report)
    {
        if (report.Failure is not null)
        {
            return $"The check could not read everybody ({report.Failure}). {report.Detail}";
        }

        var parts = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{report.Fields.Count(field => field.Seen > 0)} of {report.Fields.Count} fields come"),
        };
        parts.AddRange(report.Missing.Select(Missing));
        parts.Add("leavers visible: " + Leavers(report.Leavers));
        parts.Add("joiners visible: " + Joiners(report.Joiners));
        return string.Join("; ", parts) + ".";
    }

    /// <summary>What is said of one field that comes with nobody.</summary>
    public static string Missing(FieldFinding field)
    {
        var since = field.UnseenSince is { } moment ? string.Create(CultureInfo.InvariantCulture, $" since {moment.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "";
        var cost = field.Attributes.Count == 0 ? "" : $" ({string.Join(", ", field.Attributes)})";
        var kept = field.LastSeenAt is null ? "" : " Its last known values are kept.";
        return field.Known
            ? $"{field.Field}{cost} has come with nobody{since}, not permitted or unknown: grant \"{field.Permission}\" under {field.MenuPath}.{kept}"
            : $"{field.Field}{cost} is not a field of this HR system: correct or remove the rule that names it.{kept}";
    }

    private static string Leavers(Visibility visibility) => visibility switch
    {
        Visibility.Yes => "yes",
        Visibility.No => "no, though some were before: let the service user's \"Access data for\" include all lifecycle statuses",
        _ => "cannot tell, nobody left; make sure that the service user's \"Access data for\" includes all lifecycle statuses",
    };

    private static string Joiners(Visibility visibility) => visibility is Visibility.Yes ? "yes" : "cannot tell, nobody is seen who is about to start; make sure that \"Access data for\" includes those hired";
}
