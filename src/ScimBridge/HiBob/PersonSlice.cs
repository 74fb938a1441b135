namespace ScimBridge.HiBob;

/// <summary>Where one person is in the spool.</summary>
/// <param name="Offset">The first byte.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="Duplicate">Whether an earlier record has the same id.</param>
internal readonly record struct PersonSlice(long Offset, int Length, bool Duplicate);
