namespace ScimBridge.HiBobSimulator.Generation;

/// <summary>A given name or surname as its bearer writes it, and in ASCII for the e-mail address.</summary>
internal sealed record NamePart(string Native, string Ascii);
