namespace ScimBridge.Mapping;

/// <summary>Something in a rules document that can't be.</summary>
/// <param name="Pointer">Where: a JSON pointer (RFC 6901) into the document.</param>
/// <param name="Problem">What is wrong, in a sentence.</param>
/// <param name="Advice">What to do about it, in a sentence.</param>
internal sealed record RuleFault(string Pointer, string Problem, string Advice)
{
    /// <summary>A name as a part of a pointer.</summary>
    public static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
