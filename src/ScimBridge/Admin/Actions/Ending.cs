namespace ScimBridge.Admin.Actions;

/// <summary>When something ends that is made now, as a client may say it.</summary>
internal static class Ending
{
    /// <summary>The moment, UTC unless it says otherwise; null for never.</summary>
    /// <param name="days">In how many days.</param>
    /// <param name="moment">Or when.</param>
    /// <param name="now">The present moment.</param>
    public static DateTimeOffset? Of(int? days, DateTime? moment, DateTimeOffset now) => (days, moment) switch
    {
        ({ } number, _) => now.AddDays(number),
        (_, { Kind: DateTimeKind.Unspecified } unspecified) => new DateTimeOffset(DateTime.SpecifyKind(unspecified, DateTimeKind.Utc)),
        (_, { } specified) => new DateTimeOffset(specified.ToUniversalTime()),
        _ => null,
    };
}
