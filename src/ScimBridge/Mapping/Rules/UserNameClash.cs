namespace ScimBridge.Mapping.Rules;

/// <summary>What becomes of whoever asks for a userName that somebody else keeps.</summary>
internal enum UserNameClash
{
    /// <summary>They go by <c>hibob-</c> and their identifier.</summary>
    Fallback,

    /// <summary>They get the name with a plus and their identifier before the @.</summary>
    Suffix,
}
