namespace ScimBridge.HiBobSimulator.Api;

/// <summary>How people are written.</summary>
internal enum ReadFormat
{
    /// <summary>Nested values and, for those that are not null, slash keys.</summary>
    Machine,

    /// <summary>As machine, with display text in one more object.</summary>
    Append,

    /// <summary>Display text in place of the values.</summary>
    Replace,

    /// <summary>Nested values alone, as profiles are.</summary>
    Nested,
}
