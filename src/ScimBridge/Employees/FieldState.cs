namespace ScimBridge.Employees;

/// <summary>What a read said of one field of one person. The three are never confused: only <see cref="Empty"/> clears.</summary>
internal enum FieldState
{
    /// <summary>The HR system did not mention the field: not permitted, or unknown to it. Nothing may be concluded.</summary>
    Absent,

    /// <summary>The HR system said that the field has no value.</summary>
    Empty,

    /// <summary>The field has a value.</summary>
    Present,
}
