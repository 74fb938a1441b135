namespace ScimBridge.HiBobSimulator.Life;

/// <summary>Something that happened: to a person, by id, or to a list, by its name and item.</summary>
public sealed record Happening(HappeningKind Kind, string Subject);
