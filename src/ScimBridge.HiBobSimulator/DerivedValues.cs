using System.Globalization;

namespace ScimBridge.HiBobSimulator;

/// <summary>Values that HiBob computes from other fields, from other people or from the day.</summary>
internal static class DerivedValues
{
    public const string Active = "Active";
    public const string Inactive = "Inactive";

    private static readonly object True = true;
    private static readonly object False = false;

    public static object? CompanyId(DerivedInput input) => input.Company.CompanyId;

    public static object? FullName(DerivedInput input)
    {
        var first = input.Text(input.Company.Known.FirstName);
        var middle = input.Text(input.Company.Known.SecondName);
        var last = input.Text(input.Company.Known.Surname);
        var full = string.Join(' ', new[] { first, middle, last }.Where(part => !string.IsNullOrEmpty(part)));
        return full.Length == 0 ? null : full;
    }

    public static object? CreationDate(DerivedInput input) =>
        input.Text(input.Company.Known.CreationDateTime) is { Length: >= 10 } time ? time[..10] : null;

    public static Site? SiteOf(DerivedInput input) =>
        input.Person.Stored(input.Company.Known.SiteId.Ordinal) is long id ? input.Company.FindSite(id) : null;

    public static object? SiteName(DerivedInput input) =>
        input.Person.Stored(input.Company.Known.SiteId.Ordinal) is { } id ? input.Company.ItemName("site", id) : null;

    public static object? ReportsTo(DerivedInput input) => input.Text(input.Company.Known.Manager) switch
    {
        null => null,
        var id => input.Company.Find(id) is { } manager ? manager : new MissingPerson(id),
    };

    public static object? SecondLevelManager(DerivedInput input) =>
        input.Text(input.Company.Known.Manager) is { } id && input.Company.Find(id) is { } manager
            ? manager.Text(input.Company.Known.Manager)
            : null;

    // Everybody who names the person counts, leavers too: what HiBob does with those is not known.
    public static object? IsManager(DerivedInput input) => input.Company.CountReports(input.Person.Id) > 0 ? True : False;

    public static object? DirectReports(DerivedInput input) =>
        input.Company.CountReports(input.Person.Id) is > 0 and var count ? (long)count : null;

    public static object? Tenure(DerivedInput input)
    {
        if (!DateOnly.TryParseExact(input.Text(input.Company.Known.StartDate), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
            || !DateOnly.TryParseExact(input.Today, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || start > day)
        {
            return null;
        }

        return new PeriodValue(day.DayNumber - start.DayNumber);
    }

    public static object? LifecycleStatus(DerivedInput input)
    {
        // Dates are kept as yyyy-MM-dd, so the ordinal order of the text is the order of the days.
        var known = input.Company.Known;
        if (IsAfter(input.Text(known.StartDate), input.Today))
        {
            return "hired";
        }

        if (IsAfter(input.Today, input.Text(known.TerminationDate)))
        {
            return "terminated";
        }

        if (IsAfter(input.Today, input.Text(known.LastDayOfWork)))
        {
            return "garden leave";
        }

        var leave = input.Text(known.LeaveStart);
        var onLeave = leave is not null && !IsAfter(leave, input.Today) && !IsAfter(input.Today, input.Text(known.LeaveEnd));
        return onLeave ? input.Text(known.LeaveType) ?? "leave" : "employed";
    }

    public static object? AccessStatus(DerivedInput input)
    {
        var lifecycle = LifecycleStatuses.Normalize(input.Company.Resolve(input.Person, input.Company.Known.LifecycleStatus, input.Today) as string);
        if (lifecycle is LifecycleStatuses.Hired or LifecycleStatuses.Terminated)
        {
            return Inactive;
        }

        if (lifecycle is LifecycleStatuses.GardenLeave)
        {
            return input.Company.GardenLeaveKeepsAccess ? Active : Inactive;
        }

        var withoutAccess = lifecycle.Contains("leave", StringComparison.Ordinal)
            && input.Person.Stored(input.Company.Known.LeaveKeepsAccess.Ordinal) is false;
        return withoutAccess ? Inactive : Active;
    }

    private static bool IsAfter(string? left, string? right) =>
        left is not null && right is not null && string.CompareOrdinal(left, right) > 0;
}
