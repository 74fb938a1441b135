using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Scim;

/// <summary>How large a filter may be; the section <c>Scim:Filter</c>.</summary>
internal sealed class ScimFilterOptions
{
    /// <summary>The most characters.</summary>
    public int MaxLength { get; set; } = FilterLimits.Default.MaxLength;

    /// <summary>The most parentheses and brackets that may be open at once.</summary>
    public int MaxDepth { get; set; } = FilterLimits.Default.MaxDepth;

    /// <summary>The most comparisons.</summary>
    public int MaxTerms { get; set; } = FilterLimits.Default.MaxTerms;

    /// <summary>The same as the parser takes them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is outside of what the parser bears.</exception>
    public FilterLimits ToLimits() => new() { MaxLength = MaxLength, MaxDepth = MaxDepth, MaxTerms = MaxTerms };
}
