namespace ScimBridge.HiBobSimulator;

/// <summary>A reference to a person who is not in the company, which HiBob can hold after a deletion.</summary>
internal sealed record MissingPerson(string Id);
