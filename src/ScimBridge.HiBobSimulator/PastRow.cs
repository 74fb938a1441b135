namespace ScimBridge.HiBobSimulator;

/// <summary>What a person's record was until an instant, for reads that lag behind.</summary>
internal sealed record PastRow(object?[] Values, DateTimeOffset Until, PastRow? Before);
