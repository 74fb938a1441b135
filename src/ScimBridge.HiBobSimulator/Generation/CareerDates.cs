using System.Globalization;

namespace ScimBridge.HiBobSimulator.Generation;

/// <summary>
/// Start, leave and end dates. Long-past dates are fixed, so that most people are the same in a later quarter; those of joiners, leavers
/// and leaves lie around the reference date, reaching beyond the quarter that begins with it, so that each status lasts through it.
/// </summary>
internal sealed class CareerDates(DateOnly reference, SeededRandom random)
{
    private const int Quarter = 92;

    private readonly HashSet<PersonStatus> seen = [];

    // Only a clock before this day moves the past.
    private readonly DateOnly past = reference < new DateOnly(2026, 1, 1) ? reference : new DateOnly(2026, 1, 1);

    public void Fill(PersonRow row, PersonStatus status, bool isTop)
    {
        var start = past.AddDays(-(isTop ? 6000 : random.Between(40, 5500)));
        var end = default(DateOnly?);
        var lastDay = default(DateOnly?);
        switch (status)
        {
            case PersonStatus.Hired:
                start = reference.AddDays(IsSoon(status) ? random.Between(3, Quarter) : random.Between(Quarter + 3, Quarter + 120));
                break;
            case PersonStatus.Terminated:
                end = past.AddDays(-random.Between(1, 1500));
                lastDay = random.Chance(70) ? end : end.Value.AddDays(-random.Between(1, 60));
                start = end.Value.AddDays(-random.Between(70, 3000));
                break;
            case PersonStatus.GardenLeave:
                lastDay = reference.AddDays(-random.Between(1, 20));
                end = reference.AddDays(Quarter + random.Between(3, 60));
                break;
            case PersonStatus.Leaving:
                end = reference.AddDays(IsSoon(status) ? random.Between(5, Quarter) : random.Between(Quarter + 3, Quarter + 90));
                lastDay = end.Value.AddDays(-random.Between(0, 14));
                break;
            case PersonStatus.Leave or PersonStatus.LeaveWithoutAccess or PersonStatus.ParentalLeave:
                FillLeave(row, status);
                break;
        }

        row.Set("work.startDate", Text(start));
        row.Set("internal.terminationDate", Text(end));
        row.Set("employee.lastDayOfWork", Text(lastDay));
        row.Set("internal.terminationReason", end is null ? null : random.Pick(["Resignation", "End of contract", "Redundancy", "Retirement"]));
        var created = start.AddDays(-random.Between(5, 45));
        row.Set("root.creationDateTime", $"{Text(created)}{random.Fill("T0#:1#:2#.######")}");
        row.Set("root.state", status is PersonStatus.Hired ? "Invited" : "Joined");
    }

    // The first joiner and the first leaver are late ones, so that even the smallest company has some until the quarter ends.
    private bool IsSoon(PersonStatus status) => !seen.Add(status) && random.Chance(50);

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void FillLeave(PersonRow row, PersonStatus status)
    {
        row.Set("employee.recentLeaveStartDate", Text(reference.AddDays(-random.Between(1, 90))));
        row.Set("employee.recentLeaveEndDate", Text(reference.AddDays(Quarter + random.Between(3, 60))));
        row.Set(StandardFields.LeaveType, status == PersonStatus.ParentalLeave ? "parental leave" : "leave");
        row.Set(StandardFields.LeaveKeepsAccess, status != PersonStatus.LeaveWithoutAccess);
    }
}
