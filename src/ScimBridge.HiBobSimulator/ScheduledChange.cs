namespace ScimBridge.HiBobSimulator;

/// <summary>A row of a person's table that is dated ahead: its values take effect when the company's clock reaches the day.</summary>
public sealed record ScheduledChange(long Id, string PersonId, DateOnly EffectiveDate, IReadOnlyDictionary<string, object?> Fields);
