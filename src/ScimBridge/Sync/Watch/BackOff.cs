namespace ScimBridge.Sync.Watch;

/// <summary>How long the schedule leaves a directory alone that keeps failing.</summary>
internal static class BackOff
{
    /// <summary>The longest, unless the directory's own interval is longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>The shortest after refused credentials: a caller who goes on with them is blocked by the HR system's firewall.</summary>
    public static readonly TimeSpan AfterRefusal = TimeSpan.FromHours(1);

    /// <summary>The wait after the last of so many failures in a row; null when the next scheduled sync is as good as any.</summary>
    /// <param name="failures">How many failures in a row.</param>
    /// <param name="interval">The time between two scheduled syncs.</param>
    /// <param name="refused">Whether the HR system refused the credentials.</param>
    /// <param name="jitter">A random number from 0 to 1, which keeps directories that failed together from trying together.</param>
    public static TimeSpan? After(int failures, TimeSpan interval, bool refused, double jitter)
    {
        // The first failure waits for one interval, which is what the schedule does anyway.
        var doubled = interval.TotalMinutes * Math.Pow(2, Math.Clamp(failures, 1, 20) - 1);
        var wait = Math.Min(doubled, Longest.TotalMinutes);
        if (refused)
        {
            wait = Math.Max(wait, Math.Min(AfterRefusal.TotalMinutes * Math.Pow(2, Math.Clamp(failures, 1, 20) - 1), Longest.TotalMinutes));
        }

        return wait <= interval.TotalMinutes ? null : TimeSpan.FromMinutes(wait * (1 + (0.1 * jitter)));
    }
}
