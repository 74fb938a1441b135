using ScimBridge.Employees;

namespace ScimBridge.Sync;

/// <summary>What is odd about who reports to whom.</summary>
internal static class ManagerIssues
{
    /// <summary>The code for a manager who is no user of the directory.</summary>
    public const string DanglingCode = "dangling_manager";

    /// <summary>The code for people who report to each other in a circle.</summary>
    public const string CycleCode = "manager_cycle";

    /// <summary>Everybody whose manager is not to be seen, and everybody in a circle, in ordinal order of their ids.</summary>
    public static IEnumerable<SourceIssue> Of(Roster roster)
    {
        var inCircles = Circles(roster);
        foreach (var entry in roster.Entries.Values.OrderBy(entry => entry.EmployeeId, StringComparer.Ordinal))
        {
            // What is only kept of people who are gone is nothing that anybody could mend.
            if (entry.MissingSince is not null || entry.Assessment.Manager is not { } manager)
            {
                continue;
            }

            if (!roster.Entries.ContainsKey(manager.Id))
            {
                yield return new SourceIssue(
                    entry.EmployeeId,
                    DanglingCode,
                    $"The manager of employee {entry.EmployeeId} is employee {manager.Id}, whom the service user can't see or whom the directory's rules leave out; the user has no manager here.",
                    "In HiBob, give the service user's permission group access to that person, or choose another manager.");
            }
            else if (inCircles.Contains(entry.EmployeeId))
            {
                yield return new SourceIssue(
                    entry.EmployeeId,
                    CycleCode,
                    $"Employee {entry.EmployeeId} reports, over one or more managers, to themselves.",
                    "In HiBob, correct who reports to whom; it is served as entered meanwhile, and clients that follow managers may run in a circle.");
            }
        }
    }

    /// <summary>Follows each chain of managers once.</summary>
    private static HashSet<string> Circles(Roster roster)
    {
        var inCircles = new HashSet<string>(StringComparer.Ordinal);
        var settled = new HashSet<string>(StringComparer.Ordinal);
        var chain = new List<string>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var start in roster.Entries.Keys)
        {
            chain.Clear();
            places.Clear();
            var id = start;
            while (id is not null && !settled.Contains(id) && places.TryAdd(id, chain.Count))
            {
                chain.Add(id);
                id = roster.Entries.GetValueOrDefault(id)?.Assessment.Manager?.Id;
            }

            if (id is not null && places.TryGetValue(id, out var first))
            {
                inCircles.UnionWith(chain.Skip(first));
            }

            settled.UnionWith(chain);
        }

        return inCircles;
    }
}
