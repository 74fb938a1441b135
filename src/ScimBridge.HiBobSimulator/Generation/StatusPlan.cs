namespace ScimBridge.HiBobSimulator.Generation;

/// <summary>Deals out who is about to join, on leave, leaving or gone; each kind occurs at least once when there are people enough.</summary>
internal static class StatusPlan
{
    private static readonly (PersonStatus Status, int PerThousand)[] Shares =
    [
        (PersonStatus.Hired, 25), (PersonStatus.Terminated, 80), (PersonStatus.GardenLeave, 6), (PersonStatus.Leave, 10),
        (PersonStatus.ParentalLeave, 12), (PersonStatus.Leaving, 12), (PersonStatus.LeaveWithoutAccess, 5),
    ];

    public static PersonStatus[] Create(OrganisationPlan organisation, SeededRandom random)
    {
        var statuses = new PersonStatus[organisation.Manager.Length];

        // People without reports, so that the tree above everybody else stays whole; joiners and leavers among managers are for tests to make.
        var candidates = Enumerable.Range(1, statuses.Length - 1).Where(index => !organisation.HasReports[index]).ToArray();
        for (var index = candidates.Length - 1; index > 0; index--)
        {
            var other = random.Below(index + 1);
            (candidates[index], candidates[other]) = (candidates[other], candidates[index]);
        }

        var next = 0;
        foreach (var (status, perThousand) in Shares)
        {
            for (var count = Math.Max(1, statuses.Length * perThousand / 1000); count > 0 && next < candidates.Length; count--)
            {
                statuses[candidates[next++]] = status;
            }
        }

        return statuses;
    }
}
