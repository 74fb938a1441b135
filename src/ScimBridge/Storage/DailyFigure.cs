namespace ScimBridge.Storage;

/// <summary>What a day was like.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="ActiveUsers">How many users were active at its end, or are now.</param>
/// <param name="Changes">How many users came, changed, became active or inactive, or went.</param>
internal sealed record DailyFigure(DateOnly Day, int ActiveUsers, int Changes);
