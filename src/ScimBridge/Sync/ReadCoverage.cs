namespace ScimBridge.Sync;

/// <summary>Whom a read speaks of: what it does not return means something only for them.</summary>
internal sealed record ReadCoverage
{
    private readonly IReadOnlySet<string>? asked;

    private ReadCoverage(IReadOnlySet<string>? asked, bool expires) => (this.asked, Expires) = (asked, expires);

    /// <summary>A read of everybody: whoever is not in it is missing.</summary>
    public static ReadCoverage Everybody { get; } = new(null, expires: true);

    /// <summary>No read at all: everybody is as stored.</summary>
    public static ReadCoverage Nobody { get; } = new(new HashSet<string>(StringComparer.Ordinal), expires: false);

    /// <summary>Whether users go who have been missing for longer than the directory keeps them.</summary>
    public bool Expires { get; }

    /// <summary>A read of these people: whoever of them is not in it is missing, and everybody else is as stored.</summary>
    public static ReadCoverage Of(IEnumerable<string> employeeIds) => new(employeeIds.ToHashSet(StringComparer.Ordinal), expires: false);

    /// <summary>What an earlier read said of these people, the only ones whom it changes.</summary>
    /// <param name="employeeIds">The people.</param>
    /// <param name="expires">Whether it was a read of everybody.</param>
    public static ReadCoverage Replay(IEnumerable<string> employeeIds, bool expires) => new(employeeIds.ToHashSet(StringComparer.Ordinal), expires);

    /// <summary>Whether not being in the read means that the person is missing.</summary>
    public bool Includes(string employeeId) => asked is null || asked.Contains(employeeId);
}
