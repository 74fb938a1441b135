namespace ScimBridge.HiBobSimulator;

/// <summary>One field's value before and after a change.</summary>
internal readonly record struct FieldChange(string FieldId, object? Old, object? New);
