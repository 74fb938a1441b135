namespace ScimBridge.Protocol.Filtering;

/// <summary>How large a filter may be. Each limit has a ceiling of its own, below which no filter can exhaust the stack.</summary>
public sealed record FilterLimits
{
    /// <summary>The ceiling of <see cref="MaxLength"/>.</summary>
    public const int LongestAllowed = 1 << 20;

    /// <summary>The ceiling of <see cref="MaxDepth"/>.</summary>
    public const int DeepestAllowed = 128;

    /// <summary>The ceiling of <see cref="MaxTerms"/>.</summary>
    public const int MostTermsAllowed = 1000;

    /// <summary>8,192 characters, 32 levels, 200 terms.</summary>
    public static FilterLimits Default { get; } = new();

    /// <summary>The most characters (UTF-16 units); 1 to 1,048,576.</summary>
    public int MaxLength { get; init => field = Checked(value, LongestAllowed); } = 8192;

    /// <summary>The most parentheses and brackets that may be open at once; 1 to 128.</summary>
    public int MaxDepth { get; init => field = Checked(value, DeepestAllowed); } = 32;

    /// <summary>The most comparisons and <c>pr</c> tests; 1 to 1,000.</summary>
    public int MaxTerms { get; init => field = Checked(value, MostTermsAllowed); } = 200;

    private static int Checked(int value, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
        return value;
    }
}
